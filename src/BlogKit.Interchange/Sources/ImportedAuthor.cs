namespace BlogKit.Interchange;

/// <summary>A writer of posts. Its <see cref="ImportItem.OriginalId"/> is what posts name.</summary>
public sealed record ImportedAuthor : ImportItem
{
    /// <summary>The name shown; never empty.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The e-mail address; null when unknown.</summary>
    public string? Email { get; init; }

    /// <summary>The author's own address in the web; null when unknown.</summary>
    public string? Url { get; init; }

    /// <summary>The name of the author's account in comments; null when that is the original identifier or unknown.</summary>
    public string? AccountId { get; init; }

    /// <summary>The wanted slug, as it was there; null for one made of the name.</summary>
    public string? Slug { get; init; }

    /// <summary>The biography; null for none.</summary>
    public ImportedBody? Biography { get; init; }

    /// <summary>The addresses of their list there; they lead to the list here from now on.</summary>
    public ImmutableArray<string> OldAddresses { get; init; } = [];
}
