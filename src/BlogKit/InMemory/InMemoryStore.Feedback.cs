using System.Collections.Immutable;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<FeedbackCounts?> SetVoteAsync(CommentId id, string voterKey, int vote, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vote, -1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(vote, 1);
        return SetFeedback(id, voterKey, said => said with { Vote = vote }, cancellationToken);
    }

    public Task<FeedbackCounts?> SetReactionAsync(CommentId id, string voterKey, string? reaction, CancellationToken cancellationToken) =>
        SetFeedback(id, voterKey, said => said with { Reaction = reaction }, cancellationToken);

    public Task<ImmutableDictionary<CommentId, OwnFeedback>> ReadOwnAsync(
        IReadOnlyCollection<CommentId> ids,
        string voterKey,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(voterKey);
        return Read(
            state => ids.Distinct()
                .Select(id => (Id: id, Said: state.Feedback.GetValueOrDefault(id)?.GetValueOrDefault(voterKey)))
                .Where(static said => said.Said is not null)
                .ToImmutableDictionary(static said => said.Id, static said => said.Said!),
            cancellationToken);
    }

    private Task<FeedbackCounts?> SetFeedback(CommentId id, string voterKey, Func<OwnFeedback, OwnFeedback> say, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(voterKey);
        return Write(
            state =>
            {
                if (state.Comments.GetValueOrDefault(id) is not { IsApproved: true } node)
                {
                    return (state, null);
                }

                var before = state.Feedback.GetValueOrDefault(id)?.GetValueOrDefault(voterKey) ?? OwnFeedback.None;
                var after = say(before);
                if (after == before)
                {
                    return (state, Counts(node.Comment));
                }

                var edit = new CommentsEdit(state, Faults);
                var comment = node.Comment with
                {
                    UpVotes = node.Comment.UpVotes + Change(before.Vote, after.Vote, 1),
                    DownVotes = node.Comment.DownVotes + Change(before.Vote, after.Vote, -1),
                    Reactions = Reacted(Reacted(node.Comment.Reactions, before.Reaction, -1), after.Reaction, 1),
                };
                edit.SetFeedback(id, voterKey, after);
                edit.Replace(node, comment);
                return (edit.ToState(), (FeedbackCounts?)Counts(comment));
            },
            cancellationToken);
    }

    private static FeedbackCounts Counts(Comment comment) => new(comment.UpVotes, comment.DownVotes, comment.Reactions);

    private static int Change(int before, int after, int vote) => (after == vote ? 1 : 0) - (before == vote ? 1 : 0);

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
