namespace BlogKit;

/// <summary>A change that was committed. It says what to read again, not the new content.</summary>
/// <param name="BlogId">The blog; the default identity when it is not known which, so that it may be any.</param>
/// <param name="Kind">The part of the blog that was touched.</param>
public sealed record BlogChange(BlogId BlogId, BlogChangeKind Kind)
{
    /// <summary>The post that was touched, or whose thread was; null when it is about no single post.</summary>
    public PostId? PostId { get; init; }

    /// <summary>The comment that was touched; null when it is about none, or about several.</summary>
    public CommentId? CommentId { get; init; }

    /// <summary>
    /// Whether the comment became visible to readers by this change: it is new to them. False for everything that is no comment.
    /// </summary>
    public bool IsArrival { get; init; }
}
