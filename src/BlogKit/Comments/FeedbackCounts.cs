namespace BlogKit;

/// <summary>The votes and reactions that one comment has.</summary>
public sealed record FeedbackCounts
{
    /// <summary>The number of votes for it.</summary>
    public int UpVotes { get; init; }

    /// <summary>The number of votes against it.</summary>
    public int DownVotes { get; init; }

    /// <summary>The reactions that at least one reader chose, by key.</summary>
    public ImmutableArray<ReactionCount> Reactions { get; init; } = [];
}
