namespace BlogKit.AspNetCore;

/// <summary>The address of an endpoint for programs, as the page's head tells it.</summary>
/// <param name="Rel">The relation, such as <c>webmention</c> or <c>micropub</c>.</param>
/// <param name="Href">The path.</param>
public sealed record EndpointLink(string Rel, string Href)
{
    /// <summary>The media type of the endpoint; null when it does not matter.</summary>
    public string? Type { get; init; }
}
