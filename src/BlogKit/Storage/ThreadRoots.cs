namespace BlogKit.Storage;

/// <summary>One page of a thread as stored.</summary>
public sealed record ThreadRoots
{
    /// <summary>The counts of the post.</summary>
    public required ThreadCounts Counts { get; init; }

    /// <summary>How many roots are present.</summary>
    public required int PresentRoots { get; init; }

    /// <summary>The page.</summary>
    public required ImmutableArray<ThreadBranch> Branches { get; init; }

    /// <summary>Pinned, approved roots by identity, as branches without replies; their place on the page is not affected.</summary>
    public ImmutableArray<ThreadBranch> Pinned { get; init; } = [];

    /// <summary>Whether present roots come before the page.</summary>
    public bool HasPrevious { get; init; }

    /// <summary>Whether present roots come after the page.</summary>
    public bool HasNext { get; init; }
}
