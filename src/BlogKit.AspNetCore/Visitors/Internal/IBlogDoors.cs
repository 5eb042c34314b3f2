using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Opens the requests that handlers get: finds the blog and who asks.</summary>
internal interface IBlogDoors
{
    /// <summary>The request; null after it was answered: there is no such blog, or the viewer may not come in by this door.</summary>
    Task<BlogRequest?> OpenAsync(HttpContext context, Door door);
}
