namespace BlogKit;

/// <summary>Asks for a list of posts for those who write: of every stage, latest changed first.</summary>
/// <param name="BlogId">The blog.</param>
public sealed record DeskPostsQuery(BlogId BlogId)
{
    /// <summary>Only in this stage; null = in any.</summary>
    public PostStatus? Status { get; init; }

    /// <summary>Only posts or only pages; null = both.</summary>
    public PostKind? Kind { get; init; }

    /// <summary>
    /// Posts on the page; null = <see cref="PostOptions.PageSize"/>, more than <see cref="PostOptions.MaximumPageSize"/> is refused.
    /// </summary>
    public int? Size { get; init; }

    /// <summary>The cursor of a page got before; null = the first.</summary>
    public string? Cursor { get; init; }
}
