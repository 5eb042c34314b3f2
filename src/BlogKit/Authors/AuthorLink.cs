namespace BlogKit;

/// <summary>A link of an author's profile, written with <c>rel="me"</c>.</summary>
/// <param name="Label">The text shown.</param>
/// <param name="Url">Absolute, http or https.</param>
public sealed record AuthorLink(string Label, Uri Url);
