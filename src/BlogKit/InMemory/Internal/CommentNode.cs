namespace BlogKit;

/// <summary>A comment with its place among the others.</summary>
internal sealed record CommentNode(Comment Comment)
{
    /// <summary>Everything stored that answers it.</summary>
    public ImmutableSortedSet<CommentId> Children { get; init; } = ImmutableSortedSet<CommentId>.Empty;

    /// <summary>What answers it and is present.</summary>
    public ImmutableSortedSet<CommentId> PresentChildren { get; init; } = ImmutableSortedSet<CommentId>.Empty;

    /// <summary>For a root: approved comments below it, at any depth.</summary>
    public int ShownReplies { get; init; }

    public string? SubmissionKey { get; init; }

    public string? RequestHash { get; init; }

    /// <summary>What tells texts that are alike, each once.</summary>
    public ImmutableArray<long> Fingerprints { get; init; } = [];

    public bool IsApproved => Comment.Status is CommentStatus.Approved;

    public bool IsPresent => IsApproved || !PresentChildren.IsEmpty;

    public bool IsPinnedRoot => Comment is { IsPinned: true, ParentId: null, Status: CommentStatus.Approved };

    public RankedRoot Rank => new(WilsonScore.ComputeLowerBound(Comment.UpVotes, Comment.DownVotes), Comment.Id);
}
