namespace BlogKit;

/// <summary>The least that is needed to link to a post.</summary>
/// <param name="Id">The post's identity.</param>
/// <param name="Slug">Its place in URLs.</param>
/// <param name="Title">The title, plain text.</param>
public sealed record PostLink(PostId Id, Slug Slug, string Title);
