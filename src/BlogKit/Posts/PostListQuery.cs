namespace BlogKit;

/// <summary>Asks for a list of posts as readers see it.</summary>
/// <param name="BlogId">The blog.</param>
public sealed record PostListQuery(BlogId BlogId)
{
    /// <summary>Posts or pages.</summary>
    public PostKind Kind { get; init; }

    /// <summary>Only with this tag.</summary>
    public Slug? Tag { get; init; }

    /// <summary>Only in this category or one below it.</summary>
    public Slug? Category { get; init; }

    /// <summary>Only by this author.</summary>
    public Slug? Author { get; init; }

    /// <summary>Only in this series.</summary>
    public Slug? Series { get; init; }

    /// <summary>Only published at or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only published before.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>
    /// Posts on the page; null = <see cref="PostOptions.PageSize"/>, more than <see cref="PostOptions.MaximumPageSize"/> is refused.
    /// </summary>
    public int? Size { get; init; }

    /// <summary>The cursor of a page got before; null = the first.</summary>
    public string? Cursor { get; init; }
}
