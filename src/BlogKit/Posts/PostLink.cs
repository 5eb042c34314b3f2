namespace BlogKit;

/// <summary>The identity, slug and title of a post, enough to link to it.</summary>
/// <param name="Id">The post's identity.</param>
/// <param name="Slug">Its place in URLs.</param>
/// <param name="Title">The title, plain text.</param>
public sealed record PostLink(PostId Id, Slug Slug, string Title);
