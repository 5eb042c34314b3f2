namespace BlogKit;

/// <summary>Asks for the replies below one comment.</summary>
/// <param name="BlogId">The blog; a comment of another is not found.</param>
/// <param name="Under">The comment, of any depth. The caller has made sure that the viewer may read its post.</param>
public sealed record RepliesPageQuery(BlogId BlogId, CommentId Under)
{
    /// <summary>The post's authors, whose comments are marked.</summary>
    public ImmutableArray<AuthorId> PostAuthorIds { get; init; } = [];

    /// <summary>
    /// Replies in the answer; null = <see cref="ThreadOptions.RepliesPerRoot"/> (at least 1), more than
    /// <see cref="ThreadOptions.MaximumReplies"/> is refused.
    /// </summary>
    public int? Size { get; init; }

    /// <summary>A <see cref="MoreReplies.Cursor"/> or <see cref="ThreadLocation.RepliesCursor"/>; null = from the first reply.</summary>
    public string? Cursor { get; init; }

    /// <summary>The actor who looks.</summary>
    public Actor Viewer { get; init; } = Actor.Anonymous;
}
