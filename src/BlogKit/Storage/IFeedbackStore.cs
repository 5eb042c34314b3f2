namespace BlogKit.Storage;

/// <summary>
/// Keeps votes and reactions: at most one of each per voter and comment, and per network of guests and comment. Every method is one
/// transaction; safe for concurrent use.
/// </summary>
/// <remarks>
/// Every call says its blog. A comment of another blog is one that does not exist.
/// Texts that cannot be stored are refused with <see cref="ArgumentException"/> before anything is written (<see cref="StorableText"/>),
/// and so is <see cref="ActorKey.Anonymous"/>: all who are nobody would share one voice.
/// </remarks>
public interface IFeedbackStore
{
    /// <summary>
    /// Sets a voter's vote (<see cref="Vote.None"/> to take it back); repeating it changes nothing. Counts and <see cref="WilsonScore"/>
    /// change in the same transaction. Null when there is no approved comment with that identity; then nothing changed.
    /// </summary>
    /// <remarks>
    /// A voter who said nothing of the comment yet, but whose <see cref="Voter.Network"/> did, takes over what was said: it is theirs from
    /// then on, vote and reaction, and changes with what they say. A voter who said something already keeps the network it was said from.
    /// </remarks>
    Task<FeedbackCounts?> SetVoteAsync(BlogId blogId, CommentId id, Voter voter, Vote vote, CancellationToken cancellationToken);

    /// <summary>Sets a voter's reaction (null to take it back); otherwise as <see cref="SetVoteAsync"/>.</summary>
    Task<FeedbackCounts?> SetReactionAsync(BlogId blogId, CommentId id, Voter voter, string? reaction, CancellationToken cancellationToken);

    /// <summary>Returns the votes and reactions of one voter on these comments; comments without any are missing. One command.</summary>
    Task<ImmutableDictionary<CommentId, OwnFeedback>> ReadOwnAsync(
        BlogId blogId, IReadOnlyCollection<CommentId> ids, ActorKey voterKey, CancellationToken cancellationToken);
}
