namespace BlogKit;

/// <summary>A page elsewhere that links to a post, as found there. Nothing in it is trusted.</summary>
/// <param name="BlogId">The blog; a post of another is not found.</param>
/// <param name="PostId">The post.</param>
/// <param name="Source">The page; http or https, absolute. A post and a source have one mention.</param>
/// <param name="Text">The text, plain; cut to <see cref="CommentOptions.MaximumLength"/>. May be empty.</param>
public sealed record NewMention(BlogId BlogId, PostId PostId, Uri Source, string Text)
{
    /// <summary>The name of its writer, plain text; null, or a text that cannot be a name here, becomes the source's host.</summary>
    public string? Name { get; init; }

    /// <summary>The kind of mention. Default <see cref="CommentKind.Webmention"/>.</summary>
    public CommentKind Kind { get; init; } = CommentKind.Webmention;

    /// <summary>Whether it is shown when no policy objects; false (the default) holds it until a moderator approves it.</summary>
    public bool MayBeShown { get; init; }
}
