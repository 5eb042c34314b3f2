namespace BlogKit;

/// <summary>Asks for the newest shown comments of a blog, newest first and without nesting.</summary>
/// <param name="BlogId">The blog.</param>
public sealed record NewestCommentsQuery(BlogId BlogId)
{
    /// <summary>
    /// Only those under this post, which the caller has checked may be read; an unknown one has none. Null = those under all posts that
    /// everybody may read.
    /// </summary>
    public PostId? PostId { get; init; }

    /// <summary>Comments on the page, 1 to 200. Default 20.</summary>
    public int Size { get; init; } = 20;

    /// <summary>The <see cref="Page{T}.Next"/> of the page before; null = from the newest.</summary>
    public string? Cursor { get; init; }
}
