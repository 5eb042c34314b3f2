using System.Collections.Immutable;

namespace BlogKit;

/// <summary>What everybody said of one comment.</summary>
/// <param name="UpVotes">Votes for it.</param>
/// <param name="DownVotes">Votes against it.</param>
/// <param name="Reactions">Reactions with at least one voice, by key.</param>
public sealed record FeedbackCounts(int UpVotes, int DownVotes, ImmutableArray<ReactionCount> Reactions);
