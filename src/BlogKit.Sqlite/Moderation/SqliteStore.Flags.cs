using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : IFlagStore
{
    public Task<FlagTotals?> SetFlagAsync(CommentFlag flag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(flag);
        StorableText.Check(flag);
        return WriteAsync(
            flag,
            static (session, flag) =>
            {
                if (FindShown(session, flag.BlogId, flag.CommentId) is not { } comment)
                {
                    return null;
                }

                if (!MakeRoom(session, comment, flag))
                {
                    return ReadTotals(session, comment);
                }

                var written = session.Use(FlagSql.Write)
                    .With(comment)
                    .With(flag.FlaggerKey)
                    .With((int)flag.Kind)
                    .With(flag.Note)
                    .With(flag.Weight)
                    .With(flag.At)
                    .With(flag.FlaggerNetwork)
                    .Execute();
                FlagsChanged(session, comment, written);
                return ReadTotals(session, comment);
            },
            cancellationToken);
    }

    public Task<FlagTotals?> RemoveFlagAsync(BlogId blogId, CommentId id, ActorKey flaggerKey, CancellationToken cancellationToken)
    {
        return WriteAsync(
            (blogId, id, flaggerKey),
            static (session, what) =>
            {
                if (FindShown(session, what.blogId, what.id) is not { } comment)
                {
                    return null;
                }

                FlagsChanged(session, comment, session.Use(FlagSql.Remove).With(comment).With(what.flaggerKey).Execute());
                return ReadTotals(session, comment);
            },
            cancellationToken);
    }

    public Task<ImmutableArray<CommentFlag>> ListAllFlagsAsync(
        BlogId blogId, CommentId id, CancellationToken cancellationToken) => ReadAsync(
        (blogId, id),
        static (session, by) =>
        {
            using var row = session.Use(FlagSql.List).With(by.blogId.Value).With(by.id.Value);
            var flags = ImmutableArray.CreateBuilder<CommentFlag>();
            while (row.Step())
            {
                flags.Add(new CommentFlag
                {
                    BlogId = by.blogId,
                    CommentId = by.id,
                    FlaggerKey = row.ActorKey(0),
                    Kind = (FlagKind)row.Int32(1),
                    Note = row.TextOrNull(2),
                    Weight = row.Double(3),
                    At = row.Time(4),
                    DismissedAt = row.TimeOrNull(5),
                    FlaggerNetwork = row.TextOrNull(6),
                });
            }

            return flags.DrainToImmutable();
        },
        cancellationToken);

    public Task<int> DismissFlagsAsync(BlogId blogId, CommentId id, DateTimeOffset at, CancellationToken cancellationToken) => WriteAsync(
        (blogId, id, at),
        static (session, what) =>
        {
            var dismissed = session.Use(FlagSql.Dismiss).With(what.blogId.Value).With(what.id.Value).With(what.at).Execute();
            if (dismissed > 0 && CommentPlace.Find(session, what.blogId, what.id) is { } place)
            {
                ChangeFeed.AddComment(session, place.Nr, BlogChangeKind.Queue);
            }

            return dismissed;
        },
        cancellationToken);

    private static void FlagsChanged(SqliteSession session, long comment, int rows)
    {
        if (rows > 0)
        {
            ChangeFeed.AddComment(session, comment, BlogChangeKind.Queue);
        }
    }

    /// <summary>Takes away the flag of another guest of the same network; false when a moderator dismissed it, and then it stays.</summary>
    private static bool MakeRoom(SqliteSession session, long comment, CommentFlag flag)
    {
        string? former = null;
        using (var row = session.Use(FlagSql.FindOfNetwork).With(comment).With(flag.FlaggerKey).With(flag.FlaggerNetwork))
        {
            if (row.Step())
            {
                if (row.Bool(1))
                {
                    return false;
                }

                former = row.Text(0);
            }
        }

        if (former is not null)
        {
            session.Use(FlagSql.Remove).With(comment).With(former).Execute();
        }

        return true;
    }

    private static long? FindShown(SqliteSession session, BlogId blogId, CommentId id)
    {
        using var row = session.Use(FlagSql.FindShown).With(blogId.Value).With(id.Value);
        return row.Step() ? row.Int64(0) : null;
    }

    private static FlagTotals? ReadTotals(SqliteSession session, long comment)
    {
        using var row = session.Use(FlagSql.Totals).With(comment);
        row.Step();
        return new FlagTotals(row.Int32(0), row.Double(1));
    }
}
