namespace BlogKit.Interchange;

/// <summary>One item of a source as it was there. Immutable. The kinds are the types derived from it in this package.</summary>
public abstract record ImportItem
{
    private protected ImportItem()
    {
    }

    /// <summary>Its identifier in the source, unique among items of its kind; never empty.</summary>
    public required string OriginalId { get; init; }

    /// <summary>The place where it begins in the source; null when the source has no places.</summary>
    public SourcePlace? Place { get; init; }

    /// <summary>The alterations that reading it made, in order; empty when there were none.</summary>
    public ImmutableArray<SourceNote> Notes { get; init; } = [];

    /// <summary>
    /// The values it had there that no member of an item holds, by the name they had there. Kept with the item's origin. At most
    /// <see cref="MaximumExtras"/> entries; what a source leaves out of them, it notes.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Extras { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The most entries of <see cref="Extras"/>.</summary>
    public const int MaximumExtras = 100;
}
