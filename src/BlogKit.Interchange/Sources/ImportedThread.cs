namespace BlogKit.Interchange;

/// <summary>
/// The thread of a system that keeps comments alone: it brings no post, but is matched with one that is there. Comments name its
/// <see cref="ImportItem.OriginalId"/> as their post.
/// </summary>
public sealed record ImportedThread : ImportItem
{
    /// <summary>The address of the page it stood under; null when unknown.</summary>
    public string? Address { get; init; }

    /// <summary>The identifiers that the page gave it, which may be those of the system the page was made by.</summary>
    public ImmutableArray<string> Identifiers { get; init; } = [];

    /// <summary>The title of the page, for people who match by hand; empty when unknown.</summary>
    public string Title { get; init; } = "";

    /// <summary>Whether it takes no more comments.</summary>
    public bool IsClosed { get; init; }
}
