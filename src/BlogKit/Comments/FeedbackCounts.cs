using System.Collections.Immutable;

namespace BlogKit;

/// <summary>What everybody said of one comment.</summary>
public sealed record FeedbackCounts
{
    /// <summary>Votes for it.</summary>
    public int UpVotes { get; init; }

    /// <summary>Votes against it.</summary>
    public int DownVotes { get; init; }

    /// <summary>Reactions with at least one voice, by key.</summary>
    public ImmutableArray<ReactionCount> Reactions { get; init; } = [];
}
