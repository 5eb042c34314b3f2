namespace BlogKit.Interchange;

/// <summary>A category. Its <see cref="ImportItem.OriginalId"/> is what posts and other categories name.</summary>
public sealed record ImportedCategory : ImportItem
{
    /// <summary>The name; never empty.</summary>
    public required string Name { get; init; }

    /// <summary>The slug as it was there, decoded.</summary>
    public required string Slug { get; init; }

    /// <summary>The original identifier of the category above it; null for none.</summary>
    public string? ParentId { get; init; }

    /// <summary>The description, as plain text; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>The addresses of its list there; they lead to the list here from now on.</summary>
    public ImmutableArray<string> OldAddresses { get; init; } = [];
}
