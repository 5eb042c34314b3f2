using BlogKit.Storage;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Endpoints;

/// <summary>
/// The failure of a store that cannot be used, in the terms of HTTP and in words for programs; people read the text of the key in the
/// blog's language.
/// </summary>
public sealed record StoreOutage
{
    private static readonly StoreOutage Full = new(
        StatusCodes.Status507InsufficientStorage,
        "store-full",
        "No room",
        "The blog has no room to keep anything more. Nothing of this was stored; reading goes on. Try again later.",
        "message.store-full");

    private static readonly StoreOutage Down = new(
        StatusCodes.Status503ServiceUnavailable,
        "store-unavailable",
        "Not available",
        "The blog cannot reach what it keeps at the moment. Try again later.",
        "message.store-down");

    private StoreOutage(int status, string code, string title, string message, string textKey) =>
        (Status, Code, Title, Message, TextKey) = (status, code, title, message, textKey);

    /// <summary>507 when there is no room for anything more, else 503.</summary>
    public int Status { get; }

    /// <summary><c>store-full</c> or <c>store-unavailable</c>.</summary>
    public string Code { get; }

    /// <summary>The message, in English: what happened and what to do.</summary>
    public string Message { get; }

    /// <summary>What happened, in two words.</summary>
    internal string Title { get; }

    /// <summary>The key of what people are told.</summary>
    internal string TextKey { get; }

    internal static StoreOutage Of(StoreUnavailableException fault) => fault.IsFull ? Full : Down;
}
