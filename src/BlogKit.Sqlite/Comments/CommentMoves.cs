using System.Globalization;
using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>Moves comments with all below them, and whole threads.</summary>
internal static class CommentMoves
{
    // A merge moves this many comments in one transaction, which takes a few milliseconds; a root is moved with all comments below it.
    private const int MostRoots = 256;
    private const int MostComments = 256;

    public static SaveOutcome Relocate(SqliteSession session, CommentRelocation relocation)
    {
        var moving = relocation.Record.Action is ModerationAction.Moved ? relocation.Record : null;
        if (CommentPlace.Find(session, relocation.BlogId, relocation.CommentId) is not { } moved)
        {
            return CommentRows.Refuse(session, relocation.BlogId, relocation.CommentId, moving, SaveOutcome.Missing);
        }

        if (moved.Version != relocation.Version)
        {
            return CommentRows.Refuse(session, relocation.BlogId, relocation.CommentId, moving, SaveOutcome.Conflict);
        }

        var post = FindPost(session, relocation.BlogId, relocation.PostId);
        var parent = relocation.ParentId is { } parentId ? CommentPlace.Find(session, relocation.BlogId, parentId) : null;
        if (post is not var (target, _))
        {
            return SaveOutcome.Missing;
        }

        if (relocation.ParentId is not null && (parent is null || parent.PostNr != target || IsInBranch(parent, moved)))
        {
            return SaveOutcome.Missing;
        }

        if (target != moved.PostNr)
        {
            ChangeFeed.AddComment(session, moved.Nr, BlogChangeKind.Thread);
        }

        var end = CommentPath.Behind(moved.Path);
        var counts = CountBranch(session, moved, end);
        Detach(session, moved, relocation.CommentId.Value, counts.Approved);
        Rewrite(session, moved, end, relocation.CommentId.Value, target, parent);
        session.Use(CommentSql.SetParent)
            .With(moved.Nr)
            .With(parent?.Nr)
            .With(parent is null ? counts.Approved - (moved.Status is CommentStatus.Approved ? 1 : 0) : 0)
            .Execute();
        if (target != moved.PostNr)
        {
            CommentCounters.ShiftThread(session, moved.PostNr, counts.Negated);
            CommentCounters.ShiftThread(session, target, counts);
        }

        if (parent is not null && counts.Approved != 0)
        {
            session.Use(CommentSql.ShiftShownReplies).With(parent.RootNr).With(counts.Approved).Execute();
        }

        if (moved.IsPresent)
        {
            CommentTree.PresenceChanged(session, target, parent?.Nr, relocation.CommentId.Value, isPresent: true);
        }

        CommentRows.Log(session, moved.BlogNr, relocation.Record, CommentRows.Findings(relocation.Record.Decision));
        ChangeFeed.AddComment(session, moved.Nr, BlogChangeKind.Thread);
        return SaveOutcome.Saved;
    }

    /// <summary>
    /// Moves some roots with all below them to the other post: as many as a transaction that others wait for may hold. Both threads are
    /// whole afterwards.
    /// </summary>
    /// <returns>How many comments were moved, and whether none is left.</returns>
    public static (int Moved, bool IsLast) MergeSome(
        SqliteSession session, BlogId blogId, PostId from, PostId into, ActorKey actorKey, DateTimeOffset at)
    {
        if (from == into
            || FindPost(session, blogId, from) is not var (source, blog)
            || FindPost(session, blogId, into) is not var (target, _))
        {
            return (0, true);
        }

        var (roots, isLast) = ChooseRoots(session, source);
        session.Use(CommentSql.LogMerge)
            .With(roots)
            .With((int)ModerationAction.Moved)
            .With(actorKey)
            .With(at)
            .With(RecordId.Create().ToString()[..12]) // the time in the identities
            .Execute();
        var (counts, presentRoots) = CountRoots(session, roots);
        ChangeFeed.AddRoots(session, blog, roots);
        var moved = session.Use(CommentSql.MoveRoots).With(roots).With(target).Execute();
        ChangeFeed.AddRoots(session, blog, roots);
        session.Use(CommentSql.MovePurged).With(source).With(target).Execute();
        CommentCounters.ShiftThread(session, source, counts.Negated, -presentRoots);
        CommentCounters.ShiftThread(session, target, counts, presentRoots);
        RootRanks.Rebuild(session, source);
        RootRanks.Rebuild(session, target);
        return (moved, isLast);
    }

    private static (string Roots, bool IsLast) ChooseRoots(SqliteSession session, long post)
    {
        var found = new List<long>();
        using (var row = session.Use(CommentSql.SomeRoots).With(post).With(MostRoots + 1))
        {
            while (row.Step())
            {
                found.Add(row.Int64(0));
            }
        }

        var (chosen, comments) = (0, 0);
        while (chosen < Math.Min(found.Count, MostRoots) && (chosen == 0 || comments < MostComments))
        {
            using var row = session.Use(CommentSql.CountBelowRoot).With(found[chosen++]);
            comments += row.Step() ? row.Int32(0) : 0;
        }

        return (
            $"[{string.Join(',', found.Take(chosen).Select(static nr => nr.ToString(CultureInfo.InvariantCulture)))}]",
            chosen == found.Count);
    }

    private static (StatusCounts Counts, int PresentRoots) CountRoots(SqliteSession session, string roots)
    {
        var (counts, presentRoots) = (default(StatusCounts), 0);
        using var row = session.Use(CommentSql.BranchesOf).With(roots);
        while (row.Step())
        {
            counts.Add((CommentStatus)row.Int32(0), 1);
            presentRoots += row.Int32(1);
        }

        return (counts, presentRoots);
    }

    private static bool IsInBranch(CommentPlace place, CommentPlace top) =>
        place.RootNr == top.RootNr && place.Path.AsSpan().StartsWith(top.Path);

    private static (long Post, long Blog)? FindPost(SqliteSession session, BlogId blogId, PostId id)
    {
        using var row = session.Use(PostSql.FindNumber).With(blogId.Value).With(id.Value);
        return row.Step() ? (row.Int64(0), row.Int64(1)) : null;
    }

    private static StatusCounts CountBranch(SqliteSession session, CommentPlace top, byte[] end)
    {
        var counts = default(StatusCounts);
        using var row = session.Use(CommentSql.CountBranch).With(top.RootNr).With(top.Path).With(end);
        while (row.Step())
        {
            counts.Add((CommentStatus)row.Int32(0), row.Int32(1));
        }

        return counts;
    }

    private static void Detach(SqliteSession session, CommentPlace moved, Guid id, int approved)
    {
        if (moved.ParentNr is not null && approved != 0)
        {
            session.Use(CommentSql.ShiftShownReplies).With(moved.RootNr).With(-approved).Execute();
        }

        if (moved.IsPresent)
        {
            CommentTree.PresenceChanged(session, moved.PostNr, moved.ParentNr, id, isPresent: false);
        }
    }

    private static void Rewrite(SqliteSession session, CommentPlace moved, byte[] end, Guid id, long post, CommentPlace? parent)
    {
        byte[] path = parent is null ? [] : CommentPath.Below(parent.Path, id);
        session.Use(CommentSql.MoveBranch)
            .With(moved.RootNr)
            .With(moved.Path)
            .With(end)
            .With(post)
            .With(parent?.RootNr ?? moved.Nr)
            .With((parent is null ? 0 : parent.Depth + 1) - moved.Depth)
            .With(path)
            .With(moved.Path.Length + 1)
            .Execute();
    }
}
