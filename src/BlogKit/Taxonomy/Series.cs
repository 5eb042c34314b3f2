namespace BlogKit;

/// <summary>A series: posts that belong together in order. Immutable; change it through <see cref="TaxonomyService"/>.</summary>
public sealed record Series
{
    /// <summary>The identity of the series.</summary>
    public required SeriesId Id { get; init; }

    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The name shown.</summary>
    public required string Name { get; init; }

    /// <summary>The slug in URLs, unique among the blog's series.</summary>
    public required Slug Slug { get; init; }

    /// <summary>The description, plain text; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Counts changes; 0 = never saved. Set by the store only.</summary>
    public long Version { get; init; }
}
