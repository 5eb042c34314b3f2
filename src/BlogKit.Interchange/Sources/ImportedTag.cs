namespace BlogKit.Interchange;

/// <summary>A tag. Its <see cref="ImportItem.OriginalId"/> is what posts name.</summary>
public sealed record ImportedTag : ImportItem
{
    /// <summary>The name; never empty.</summary>
    public required string Name { get; init; }

    /// <summary>The slug as it was there, decoded.</summary>
    public required string Slug { get; init; }

    /// <summary>The addresses of its list there; they lead to the list here from now on.</summary>
    public ImmutableArray<string> OldAddresses { get; init; } = [];
}
