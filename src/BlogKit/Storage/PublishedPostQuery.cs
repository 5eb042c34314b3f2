namespace BlogKit.Storage;

/// <summary>Asks for the posts readers find in lists. All conditions must hold.</summary>
public sealed record PublishedPostQuery
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The moment: scheduled posts whose time has come are published.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Posts or pages. Default posts.</summary>
    public PostKind Kind { get; init; }

    /// <summary>Only with this tag; null = all.</summary>
    public Slug? Tag { get; init; }

    /// <summary>Only in one of these categories; empty = all.</summary>
    public ImmutableArray<CategoryId> Categories { get; init; } = [];

    /// <summary>Only by this author (of one or several); null = all.</summary>
    public AuthorId? Author { get; init; }

    /// <summary>Only in this series; null = all. The order stays by date.</summary>
    public SeriesId? Series { get; init; }

    /// <summary>Only published at or after; null = no bound.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only published before; null = no bound.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>At most this many, at least 1.</summary>
    public required int Size { get; init; }

    /// <summary>The place where the page begins or ends; null = the newest.</summary>
    public PostCursor? Cursor { get; init; }
}
