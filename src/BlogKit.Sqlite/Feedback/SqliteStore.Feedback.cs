using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : IFeedbackStore
{
    public Task<FeedbackCounts?> SetVoteAsync(BlogId blogId, CommentId id, Voter voter, Vote vote, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(voter);
        if (!Enum.IsDefined(vote))
        {
            throw new ArgumentOutOfRangeException(nameof(vote), vote, "A vote is up, down or none.");
        }

        StorableText.Check(voter);
        return WriteAsync(
            (blogId, id, voter, vote),
            static (session, what) => SetVote(session, what.blogId, what.id, what.voter, what.vote),
            cancellationToken);
    }

    public Task<FeedbackCounts?> SetReactionAsync(
        BlogId blogId, CommentId id, Voter voter, string? reaction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(voter);
        StorableText.Check(voter);
        StorableText.Check(reaction);
        return WriteAsync(
            (blogId, id, voter, reaction),
            static (session, what) => SetReaction(session, what.blogId, what.id, what.voter, what.reaction),
            cancellationToken);
    }

    public Task<ImmutableDictionary<CommentId, OwnFeedback>> ReadOwnAsync(
        BlogId blogId, IReadOnlyCollection<CommentId> ids, ActorKey voterKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return ReadAsync(
            (blogId, Ids: IdColumn.Json(ids), voterKey),
            static (session, by) =>
            {
                using var row = session.Use(FeedbackSql.ReadOwn).With(by.Ids).With(by.voterKey).With(by.blogId.Value);
                var own = ImmutableDictionary.CreateBuilder<CommentId, OwnFeedback>();
                while (row.Step())
                {
                    own[new CommentId(row.Id(0))] = new OwnFeedback((Vote)row.Int32(1), row.TextOrNull(2));
                }

                return own.ToImmutable();
            },
            cancellationToken);
    }

    private static FeedbackCounts? SetVote(SqliteSession session, BlogId blogId, CommentId id, Voter voter, Vote vote)
    {
        if (FindFeedback(session, blogId, id, voter) is not { } found)
        {
            return null;
        }

        if (vote != found.Vote)
        {
            found = found with
            {
                UpVotes = Math.Max(0, found.UpVotes + (vote == Vote.Up ? 1 : 0) - (found.Vote == Vote.Up ? 1 : 0)),
                DownVotes = Math.Max(0, found.DownVotes + (vote == Vote.Down ? 1 : 0) - (found.Vote == Vote.Down ? 1 : 0)),
                Vote = vote,
            };
            WriteFeedback(session, found, voter);
            session.Use(FeedbackSql.SetVotes)
                .With(found.Nr)
                .With(found.UpVotes)
                .With(found.DownVotes)
                .With(CommentRows.Disfavour(found.UpVotes, found.DownVotes))
                .Execute();
        }
        else if (found.IsAnothers(voter))
        {
            WriteFeedback(session, found, voter);
        }

        return new FeedbackCounts { UpVotes = found.UpVotes, DownVotes = found.DownVotes, Reactions = found.Reactions };
    }

    private static FeedbackCounts? SetReaction(SqliteSession session, BlogId blogId, CommentId id, Voter voter, string? reaction)
    {
        if (FindFeedback(session, blogId, id, voter) is not { } found)
        {
            return null;
        }

        if (!string.Equals(reaction, found.Reaction, StringComparison.Ordinal))
        {
            // The counts are changed by one instead of being counted again, because imported reactions have no row in feedback.
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
                Reactions = [.. counts
                    .Where(static c => c.Value > 0)
                    .OrderBy(static c => c.Key, StringComparer.Ordinal)
                    .Select(static c => new ReactionCount(c.Key, c.Value))],
            };
            WriteFeedback(session, found, voter);
            session.Use(FeedbackSql.SetReactions)
                .With(found.Nr)
                .With(StoreJson.Write(found.Reactions, StoreJson.Default.ImmutableArrayReactionCount))
                .Execute();
        }
        else if (found.IsAnothers(voter))
        {
            WriteFeedback(session, found, voter);
        }

        return new FeedbackCounts { UpVotes = found.UpVotes, DownVotes = found.DownVotes, Reactions = found.Reactions };
    }

    /// <summary>The comment with what the voter said of it before, or else what their network did.</summary>
    private static StoredFeedback? FindFeedback(SqliteSession session, BlogId blogId, CommentId id, Voter voter)
    {
        using var row = session.Use(FeedbackSql.Find).With(id.Value).With(voter.Key).With(voter.Network).With(blogId.Value);
        return row.Step()
            ? new StoredFeedback(
                row.Int64(0),
                row.Int32(1),
                row.Int32(2),
                StoreJson.Read(row, 3, StoreJson.Default.ImmutableArrayReactionCount),
                (Vote)row.Int32(4),
                row.TextOrNull(5),
                row.ActorKeyOrNull(6),
                row.TextOrNull(7))
            : null;
    }

    private static void WriteFeedback(SqliteSession session, StoredFeedback feedback, Voter voter)
    {
        ChangeFeed.AddComment(session, feedback.Nr, BlogChangeKind.Feedback);
        if (feedback.Key is { } former && (feedback is { Vote: Vote.None, Reaction: null } || feedback.IsAnothers(voter)))
        {
            session.Use(FeedbackSql.Remove).With(feedback.Nr).With(former).Execute();
        }

        if (feedback is not { Vote: Vote.None, Reaction: null })
        {
            session.Use(FeedbackSql.Write)
                .With(feedback.Nr)
                .With(voter.Key)
                .With((int)feedback.Vote)
                .With(feedback.Reaction)
                .With(feedback.Key is null ? voter.Network : feedback.Network)
                .Execute();
        }
    }

    /// <summary>What was said of a comment, and by whom; the key is null when nobody said anything yet.</summary>
    private sealed record StoredFeedback(
        long Nr,
        int UpVotes,
        int DownVotes,
        ImmutableArray<ReactionCount> Reactions,
        Vote Vote,
        string? Reaction,
        ActorKey? Key,
        string? Network)
    {
        /// <summary>Whether another guest of the voter's network said it.</summary>
        public bool IsAnothers(Voter voter) => Key is not null && Key != voter.Key;
    }
}
