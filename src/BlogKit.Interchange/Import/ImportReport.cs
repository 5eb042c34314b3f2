namespace BlogKit.Interchange;

/// <summary>The report of an import as a whole; the lines about single items were told one by one. Immutable.</summary>
public sealed record ImportReport
{
    /// <summary>The number of the import, by which it can be undone; null for a dry run.</summary>
    public required long? Number { get; init; }

    /// <summary>The source, as origins name it.</summary>
    public required string Source { get; init; }

    /// <summary>The site, as the source says it.</summary>
    public required ImportedSite Site { get; init; }

    /// <summary>The items by what became of them; their sum is the number of items of the source.</summary>
    public required ImportCounts Counts { get; init; }

    /// <summary>The same for each kind of item.</summary>
    public required ImmutableSortedDictionary<string, ImportCounts> ByKind { get; init; }

    /// <summary>The number of notes by kind of alteration.</summary>
    public required ImmutableSortedDictionary<SourceNoteKind, long> Notes { get; init; }

    /// <summary>The number of posts and pages whose text arrived as Markdown.</summary>
    public required long MarkdownTexts { get; init; }

    /// <summary>The number of posts and pages whose text stayed HTML.</summary>
    public required long HtmlTexts { get; init; }

    /// <summary>
    /// The number of comments whose network address or browser was left out, being older than <see cref="ImportOptions.AddressAge"/>.
    /// </summary>
    public required long AddressesLeftOut { get; init; }

    /// <summary>The number of old addresses that lead to what was imported.</summary>
    public required long Redirects { get; init; }

    /// <summary>The number of old addresses that already led elsewhere, or are of no use as one, and were left alone.</summary>
    public required long RedirectsLeftAlone { get; init; }

    /// <summary>The sentences that say what the source's format never holds.</summary>
    public required ImmutableArray<string> NeverHolds { get; init; }

    /// <summary>The map as it could be completed by hand: every author of the source, and every thread that found no post.</summary>
    public required ImportMap DraftMap { get; init; }
}
