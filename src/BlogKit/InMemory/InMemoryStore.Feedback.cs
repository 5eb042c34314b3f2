using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<FeedbackCounts?> SetVoteAsync(BlogId blogId, CommentId id, Voter voter, Vote vote, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(vote))
        {
            throw new ArgumentOutOfRangeException(nameof(vote), vote, "A vote is up, down or none.");
        }

        return SetFeedback(blogId, id, voter, said => said with { Vote = vote }, cancellationToken);
    }

    public Task<FeedbackCounts?> SetReactionAsync(
        BlogId blogId, CommentId id, Voter voter, string? reaction, CancellationToken cancellationToken)
    {
        StorableText.Check(reaction);
        return SetFeedback(blogId, id, voter, said => said with { Reaction = reaction }, cancellationToken);
    }

    public Task<ImmutableDictionary<CommentId, OwnFeedback>> ReadOwnAsync(
        BlogId blogId,
        IReadOnlyCollection<CommentId> ids,
        ActorKey voterKey,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return Read(
            state => ids.Distinct()
                .Where(id => state.FindComment(blogId, id) is not null)
                .Select(id => (Id: id, state.Feedback.GetValueOrDefault(id)?.GetValueOrDefault(voterKey)?.Said))
                .Where(static said => said.Said is not null)
                .ToImmutableDictionary(static said => said.Id, static said => said.Said!),
            cancellationToken);
    }

    private Task<FeedbackCounts?> SetFeedback(
        BlogId blogId, CommentId id, Voter voter, Func<OwnFeedback, OwnFeedback> say, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(voter);
        StorableText.Check(voter);
        return Write(
            state =>
            {
                if (state.FindComment(blogId, id) is not { IsApproved: true } node)
                {
                    return (state, null);
                }

                var (formerKey, former) = FindFormer(state, id, voter);
                var before = former?.Said ?? OwnFeedback.None;
                var after = say(before);
                if (after == before && (formerKey is null || formerKey == voter.Key))
                {
                    return (state, Counts(node.Comment));
                }

                var edit = Edit(state);
                var comment = node.Comment with
                {
                    UpVotes = node.Comment.UpVotes + Change(before.Vote, after.Vote, Vote.Up),
                    DownVotes = node.Comment.DownVotes + Change(before.Vote, after.Vote, Vote.Down),
                    Reactions = Reacted(Reacted(node.Comment.Reactions, before.Reaction, -1), after.Reaction, 1),
                };
                edit.SetFeedback(id, formerKey, former is null ? voter : voter with { Network = former.Network }, after);
                edit.Replace(node, comment);
                edit.Changed(comment, BlogChangeKind.Feedback);
                return (edit.ToState(), (FeedbackCounts?)Counts(comment));
            },
            cancellationToken);
    }

    /// <summary>What the voter said before, or else what their network did.</summary>
    private static (ActorKey? Key, StoredFeedback? Said) FindFormer(InMemoryState state, CommentId id, Voter voter)
    {
        if (state.Feedback.GetValueOrDefault(id) is not { } all)
        {
            return default;
        }

        if (all.TryGetValue(voter.Key, out var own))
        {
            return (voter.Key, own);
        }

        var former = voter.Network is { } network
            ? all.FirstOrDefault(f => string.Equals(f.Value.Network, network, StringComparison.Ordinal))
            : default;
        return former.Value is null ? default : (former.Key, former.Value);
    }

    private static FeedbackCounts Counts(Comment comment) => new()
    {
        UpVotes = comment.UpVotes,
        DownVotes = comment.DownVotes,
        Reactions = comment.Reactions,
    };

    private static int Change(Vote before, Vote after, Vote vote) => (after == vote ? 1 : 0) - (before == vote ? 1 : 0);

    private static ImmutableArray<ReactionCount> Reacted(ImmutableArray<ReactionCount> counts, string? key, int change)
    {
        if (key is null)
        {
            return counts;
        }

        var count = change + (counts.FirstOrDefault(c => string.Equals(c.Key, key, StringComparison.Ordinal))?.Count ?? 0);
        var others = counts.Where(c => !string.Equals(c.Key, key, StringComparison.Ordinal));
        return [.. (count > 0 ? others.Append(new ReactionCount(key, count)) : others).OrderBy(static c => c.Key, StringComparer.Ordinal)];
    }
}
