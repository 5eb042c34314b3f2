using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// That the store cannot be used, in the terms of HTTP and in words for programs; people read the text of the key in the blog's language.
/// </summary>
internal sealed record StoreOutage(int Status, string Code, string Title, string Message, string TextKey)
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

    public static StoreOutage Of(StoreUnavailableException fault) => fault.IsFull ? Full : Down;
}
