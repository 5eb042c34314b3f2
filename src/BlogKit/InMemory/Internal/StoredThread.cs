namespace BlogKit;

/// <summary>What is kept of one post's comments to read them at the cost of what is shown.</summary>
internal sealed record StoredThread
{
    public static StoredThread Empty { get; } = new();

    public StatusSets ByStatus { get; init; } = StatusSets.Empty;

    public ImmutableSortedSet<CommentId> PresentRoots { get; init; } = [];

    public ImmutableSortedSet<RankedRoot> BestRoots { get; init; } = [];

    public ImmutableSortedSet<CommentId> PinnedRoots { get; init; } = [];

    /// <summary>Pending comments by owner.</summary>
    public ImmutableDictionary<ActorKey, ImmutableSortedSet<CommentId>> Held { get; init; } =
        ImmutableDictionary<ActorKey, ImmutableSortedSet<CommentId>>.Empty;

    /// <summary>Comments that were purged with their row; their log is still there.</summary>
    public ImmutableHashSet<CommentId> Gone { get; init; } = [];
}
