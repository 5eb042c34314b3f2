namespace BlogKit.Interchange;

/// <summary>A picture or another file of the site; its content is beside the source or fetched.</summary>
public sealed record ImportedMedia : ImportItem
{
    /// <summary>The address of the content there.</summary>
    public required string Address { get; init; }

    /// <summary>The title; empty for none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The description for people who do not see it; empty when there is none.</summary>
    public string AlternativeText { get; init; } = "";

    /// <summary>The text below it; empty for none.</summary>
    public string Caption { get; init; } = "";

    /// <summary>The original identifier of the post it was added to; null for none.</summary>
    public string? PostId { get; init; }

    /// <summary>The addresses of the page that showed it, if it had one: they lead to the content from now on.</summary>
    public ImmutableArray<string> OldAddresses { get; init; } = [];

    /// <summary>When it was added; null when unknown.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
