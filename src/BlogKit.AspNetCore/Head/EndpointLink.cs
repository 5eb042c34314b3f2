namespace BlogKit.AspNetCore;

/// <summary>Where a program turns to, as the page's head tells it.</summary>
/// <param name="Rel">What it is, such as <c>webmention</c> or <c>micropub</c>.</param>
/// <param name="Href">The path.</param>
public sealed record EndpointLink(string Rel, string Href)
{
    /// <summary>The media type of what is there; null when it does not matter.</summary>
    public string? Type { get; init; }
}
