namespace BlogKit.AspNetCore;

/// <summary>A feed that a page tells feed readers of.</summary>
/// <param name="Title">The title of the feed, plain text.</param>
/// <param name="Type">The media type, such as <c>application/atom+xml</c>.</param>
/// <param name="Href">The path.</param>
public sealed record FeedLink(string Title, string Type, string Href);
