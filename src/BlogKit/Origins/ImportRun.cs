namespace BlogKit;

/// <summary>One run of an import into a blog.</summary>
public sealed record ImportRun
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>Its number within the blog: the first is 1. It is never used again.</summary>
    public required long Number { get; init; }

    /// <summary>The site and system it reads, as <see cref="Origin.Source"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The key of the actor who started it.</summary>
    public required ActorKey StartedBy { get; init; }

    /// <summary>When it began (UTC).</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it came to its end (UTC); null while it runs, and for ever when it was broken off.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it was undone (UTC); null when it was not.</summary>
    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>The items of the source that were read so far, by what became of them.</summary>
    public ImportCounts Counts { get; init; } = ImportCounts.None;
}
