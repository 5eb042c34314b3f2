namespace BlogKit;

/// <summary>A category: one node of the blog's tree. Immutable; change it through <see cref="TaxonomyService"/>.</summary>
public sealed record Category
{
    /// <summary>The category's identity.</summary>
    public required CategoryId Id { get; init; }

    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The category above; null at the top. Never the category itself or one below it.</summary>
    public CategoryId? ParentId { get; init; }

    /// <summary>The name shown.</summary>
    public required string Name { get; init; }

    /// <summary>The slug in URLs, unique among the blog's categories.</summary>
    public required Slug Slug { get; init; }

    /// <summary>The description, plain text; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Counts changes; 0 = never saved. Set by the store only.</summary>
    public long Version { get; init; }
}
