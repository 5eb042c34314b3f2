namespace BlogKit.Interchange;

/// <summary>The site of a source as a whole.</summary>
public sealed record ImportedSite
{
    /// <summary>
    /// The name of the source in identities, spelled the same each time the site is exported: usually its address. Not empty. What was
    /// brought in under one name is not found under another.
    /// </summary>
    public required string Source { get; init; }

    /// <summary>The site's name; empty when unknown.</summary>
    public string Name { get; init; } = "";

    /// <summary>The site's description; empty when unknown.</summary>
    public string Description { get; init; } = "";

    /// <summary>The address that the old addresses of its items begin with; null when unknown.</summary>
    public Uri? Address { get; init; }

    /// <summary>The language of its texts, as a tag of BCP 47; null when unknown.</summary>
    public string? Language { get; init; }

    /// <summary>The program that wrote the export, with its version; null when unknown.</summary>
    public string? WrittenBy { get; init; }

    /// <summary>The addresses of its front page there, other than the address itself; they lead to the front page here.</summary>
    public ImmutableArray<string> OldAddresses { get; init; } = [];

    /// <summary>The addresses of its feeds there; they lead to the feed here from now on.</summary>
    public ImmutableArray<string> FeedAddresses { get; init; } = [];
}
