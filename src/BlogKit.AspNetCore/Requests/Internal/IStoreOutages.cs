using BlogKit.Storage;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Answers what the store could not be used for.</summary>
internal interface IStoreOutages
{
    /// <summary>Answers a request whose answer has not begun, in the way of its endpoint.</summary>
    Task AnswerAsync(HttpContext context, StoreUnavailableException fault);
}
