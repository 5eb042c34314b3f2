namespace BlogKit.Storage;

/// <summary>Asks for the newest approved comments of a blog.</summary>
public sealed record NewestQuery
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>
    /// Only those under this post, which the caller has checked may be read. Null = those under all posts that everybody may read at
    /// <see cref="Now"/> (published by then, public visibility).
    /// </summary>
    public PostId? PostId { get; init; }

    /// <summary>The moment at which posts are readable or not (UTC).</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>At most this many, at least 1.</summary>
    public required int Size { get; init; }

    /// <summary>Only older ones than this, by identity; null = from the newest.</summary>
    public CommentId? Before { get; init; }
}
