namespace BlogKit.Interchange;

/// <summary>The report of a copy as a whole; single lines were told one by one. Immutable.</summary>
public sealed record CopyReport
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The key of the blog, as the copy says it.</summary>
    public required string Key { get; init; }

    /// <summary>When the copy was written (UTC).</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The program that wrote it, as <c>BlogKit 1.4</c>.</summary>
    public required string WrittenBy { get; init; }

    /// <summary>Whether it was only checked, and nothing written.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>
    /// Whether the copy is whole: it has its end, the end says as many items of each kind as it has, and nothing stands behind it.
    /// </summary>
    public required bool IsWhole { get; init; }

    /// <summary>The numbers of all lines of items, lines that cannot be read, and files.</summary>
    public required CopyCounts Counts { get; init; }

    /// <summary>The same for each kind; lines that cannot be read stand under the empty name.</summary>
    public required ImmutableSortedDictionary<string, CopyCounts> ByKind { get; init; }
}
