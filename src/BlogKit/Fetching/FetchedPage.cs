using System.Net;

namespace BlogKit;

/// <summary>The answer of another site.</summary>
/// <param name="Url">The address of the page, after redirects.</param>
/// <param name="Status">The status.</param>
/// <param name="MediaType">The media type in lower case; empty for none.</param>
/// <param name="Text">The body; empty unless it is text that was asked for.</param>
public sealed record FetchedPage(Uri Url, HttpStatusCode Status, string MediaType, string Text)
{
    /// <summary>The values of the header <c>Link</c>.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
}
