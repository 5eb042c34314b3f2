using System.Collections.Immutable;

namespace BlogKit;

internal sealed partial class SqliteStore : IFeedbackStore
{
    public Task<FeedbackCounts?> SetVoteAsync(CommentId id, string voterKey, int vote, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(voterKey);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(vote, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(vote, -1);
        Storable.Check(voterKey);
        return WriteAsync((id, voterKey, vote), static (session, what) => SetVote(session, what.id, what.voterKey, what.vote), cancellationToken);
    }

    public Task<FeedbackCounts?> SetReactionAsync(CommentId id, string voterKey, string? reaction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(voterKey);
        Storable.Check(voterKey);
        Storable.Check(reaction);
        return WriteAsync((id, voterKey, reaction), static (session, what) => SetReaction(session, what.id, what.voterKey, what.reaction), cancellationToken);
    }

    public Task<ImmutableDictionary<CommentId, OwnFeedback>> ReadOwnAsync(IReadOnlyCollection<CommentId> ids, string voterKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(voterKey);
        return ReadAsync(
            (Ids: IdColumn.Json(ids), voterKey),
            static (session, by) =>
            {
                using var row = session.Use(FeedbackSql.ReadOwn).With(by.Ids).With(by.voterKey);
                var own = ImmutableDictionary.CreateBuilder<CommentId, OwnFeedback>();
                while (row.Step())
                {
                    own[new CommentId(row.Id(0))] = new OwnFeedback(row.Int32(1), row.TextOrNull(2));
                }

                return own.ToImmutable();
            },
            cancellationToken);
    }

    private static FeedbackCounts? SetVote(SqliteSession session, CommentId id, string voterKey, int vote)
    {
        if (FindFeedback(session, id, voterKey) is not { } found)
        {
            return null;
        }

        if (vote != found.Vote)
        {
            found = found with
            {
                UpVotes = Math.Max(0, found.UpVotes + (vote == 1 ? 1 : 0) - (found.Vote == 1 ? 1 : 0)),
                DownVotes = Math.Max(0, found.DownVotes + (vote == -1 ? 1 : 0) - (found.Vote == -1 ? 1 : 0)),
                Vote = vote,
            };
            WriteFeedback(session, found, voterKey);
            session.Use(FeedbackSql.SetVotes)
                .With(found.Nr)
                .With(found.UpVotes)
                .With(found.DownVotes)
                .With(CommentRows.Disfavour(found.UpVotes, found.DownVotes))
                .Execute();
        }

        return new FeedbackCounts(found.UpVotes, found.DownVotes, found.Reactions);
    }

    private static FeedbackCounts? SetReaction(SqliteSession session, CommentId id, string voterKey, string? reaction)
    {
        if (FindFeedback(session, id, voterKey) is not { } found)
        {
            return null;
        }

        if (!string.Equals(reaction, found.Reaction, StringComparison.Ordinal))
        {
            // Counted up and down, not afresh: imported reactions have voices nobody here gave.
            var counts = found.Reactions.ToDictionary(static r => r.Key, static r => r.Count, StringComparer.Ordinal);
            if (found.Reaction is { } taken)
            {
                counts[taken] = counts.GetValueOrDefault(taken) - 1;
            }

            if (reaction is not null)
            {
                counts[reaction] = counts.GetValueOrDefault(reaction) + 1;
            }

            found = found with
            {
                Reaction = reaction,
                Reactions = [.. counts.Where(static c => c.Value > 0).OrderBy(static c => c.Key, StringComparer.Ordinal).Select(static c => new ReactionCount(c.Key, c.Value))],
            };
            WriteFeedback(session, found, voterKey);
            session.Use(FeedbackSql.SetReactions)
                .With(found.Nr)
                .With(StoreJson.Write(found.Reactions, StoreJson.Default.ImmutableArrayReactionCount))
                .Execute();
        }

        return new FeedbackCounts(found.UpVotes, found.DownVotes, found.Reactions);
    }

    private static StoredFeedback? FindFeedback(SqliteSession session, CommentId id, string voterKey)
    {
        using var row = session.Use(FeedbackSql.Find).With(id.Value).With(voterKey);
        return row.Step()
            ? new StoredFeedback(
                row.Int64(0),
                row.Int32(1),
                row.Int32(2),
                StoreJson.Read(row, 3, StoreJson.Default.ImmutableArrayReactionCount),
                row.Int32(4),
                row.TextOrNull(5))
            : null;
    }

    private static void WriteFeedback(SqliteSession session, StoredFeedback feedback, string voterKey)
    {
        if (feedback is { Vote: 0, Reaction: null })
        {
            session.Use(FeedbackSql.Remove).With(feedback.Nr).With(voterKey).Execute();
        }
        else
        {
            session.Use(FeedbackSql.Write).With(feedback.Nr).With(voterKey).With(feedback.Vote).With(feedback.Reaction).Execute();
        }
    }

    private sealed record StoredFeedback(long Nr, int UpVotes, int DownVotes, ImmutableArray<ReactionCount> Reactions, int Vote, string? Reaction);
}
