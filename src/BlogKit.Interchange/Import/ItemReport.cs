namespace BlogKit.Interchange;

/// <summary>The line of a report about one item of the source. Immutable.</summary>
public sealed record ItemReport
{
    /// <summary>
    /// Its kind: <c>author</c>, <c>category</c>, <c>tag</c>, <c>media</c>, <c>post</c>, <c>page</c>, <c>thread</c>, <c>comment</c>, or the
    /// name the source has for one that BlogKit does not know.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>Its identifier in the source.</summary>
    public required string OriginalId { get; init; }

    /// <summary>The place where it begins in the source; null when the source has no places.</summary>
    public SourcePlace? Place { get; init; }

    /// <summary>Its title or name, or the writer of a comment, shortened; empty for none.</summary>
    public string Label { get; init; } = "";

    /// <summary>The outcome.</summary>
    public required ImportOutcome Outcome { get; init; }

    /// <summary>The reason for an outcome that is not what the source wanted, as a sentence for people; null for none.</summary>
    public string? Reason { get; init; }

    /// <summary>Every alteration, those of reading first; empty for none.</summary>
    public ImmutableArray<SourceNote> Notes { get; init; } = [];

    /// <summary>Its identity here; null for one that is not here, and for what has none.</summary>
    public Guid? ItemId { get; init; }
}
