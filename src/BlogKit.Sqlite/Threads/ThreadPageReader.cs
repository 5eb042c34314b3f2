using System.Globalization;
using System.Text;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>Reads one page of a thread with three commands: the numbers and the place, the roots, their replies.</summary>
internal static class ThreadPageReader
{
    public static ThreadRoots Read(SqliteSession session, RootsQuery query)
    {
        session.BeginRead();
        if (ReadPlace(session, query) is not { } place)
        {
            return new ThreadRoots { Counts = ThreadCounts.None, PresentRoots = 0, Branches = [] };
        }

        if (query.Holding is not null && !place.IsPresent)
        {
            return new ThreadRoots { Counts = place.Counts, PresentRoots = place.Roots, Branches = [] };
        }

        var isBest = query.Sort is ThreadSort.Best;
        var backwards = query is { Holding: null, Cursor.Backwards: true };
        var (roots, pinned) = ReadRoots(session, query, place);
        var goesOn = roots.Count > query.Size;
        if (goesOn)
        {
            roots.RemoveAt(query.Size);
        }

        if (backwards)
        {
            roots.Reverse();
        }

        var first = FirstNumber(query, place, roots.Count, backwards);
        var last = first + roots.Count - 1;
        bool hasPrevious, hasNext;
        if (isBest)
        {
            hasPrevious = backwards ? goesOn : place.ComesFrom;
            hasNext = backwards ? place.ComesFrom : goesOn;
        }
        else
        {
            hasPrevious = first > 1;
            hasNext = last < place.Roots;
        }

        var replies = ReadReplies(session, query, roots);
        return new ThreadRoots
        {
            Counts = place.Counts,
            PresentRoots = place.Roots,
            Branches = [.. roots.Select(
                (root, i) => Branch(root, first + i, Place(query.Sort, place.Roots, first + i, root), replies, query.RepliesPerRoot))],
            Pinned = [.. pinned.Select(root => PinnedBranch(query.Sort, place.Roots, root))],
            HasPrevious = hasPrevious,
            HasNext = hasNext,
        };
    }

    private static ThreadPlace? ReadPlace(SqliteSession session, RootsQuery query)
    {
        var sql = ThreadSql.Counts;
        var at = query.Holding ?? query.Cursor?.Id;
        if (query is { Sort: ThreadSort.Best, Cursor: { } cursor, Holding: null })
        {
            using var row = session.Use(cursor.Backwards ? ThreadSql.CountsBestFrom : ThreadSql.CountsBestUpTo)
                .With(query.PostId.Value)
                .With(cursor.Id.Value)
                .With(Disfavour(cursor.Score))
                .With(query.BlogId.Value);
            return row.Step() ? ReadPlace(row) : null;
        }

        using (var row = session.Use(sql).With(query.PostId.Value).With(at?.Value).With(query.BlogId.Value))
        {
            return row.Step() ? ReadPlace(row) : null;
        }
    }

    private static ThreadPlace ReadPlace(Statement row) => new()
    {
        Counts = new ThreadCounts
        {
            Approved = row.Int32(0),
            Pending = row.Int32(1),
            Spam = row.Int32(2),
            Trashed = row.Int32(3),
            Deleted = row.Int32(4),
        },
        Roots = row.Int32(5),
        PostNr = row.Int64(6),
        Before = row.Int32(7),
        IsPresent = row.Bool(8),
        ComesFrom = row.Bool(9),
    };

    private static (List<RootRow> Roots, List<RootRow> Pinned) ReadRoots(SqliteSession session, RootsQuery query, ThreadPlace place)
    {
        var cursor = query.Cursor;
        var backwards = cursor?.Backwards ?? false;
        var sql = (query.Sort, query.Holding is not null, backwards) switch
        {
            (ThreadSort.Best, _, false) => ThreadSql.Best,
            (ThreadSort.Best, _, true) => ThreadSql.BestBackwards,
            (ThreadSort.Oldest, true, _) => ThreadSql.OldestHolding,
            (_, true, _) => ThreadSql.NewestHolding,
            (ThreadSort.Oldest, false, false) or (ThreadSort.Newest, false, true) => ThreadSql.Oldest,
            _ => ThreadSql.Newest,
        };
        var statement = session.Use(sql).With(place.PostNr);
        statement = (query.Holding ?? cursor?.Id) is { } id
            ? statement.With(id.Value)
            : statement.With(query.Sort is ThreadSort.Newest ? IdColumn.Last : []);
        statement.With(query.Size + 1).With(query.Pinned);
        if (query.Holding is not null)
        {
            statement.With((Number(query.Sort, place.Roots, place.Before) - 1) % query.Size);
        }
        else if (query.Sort is ThreadSort.Best)
        {
            statement.With(cursor is null ? double.NegativeInfinity : Disfavour(cursor.Score));
        }

        var roots = new List<RootRow>(query.Size + 1);
        var pinned = new List<RootRow>();
        using (statement)
        {
            while (statement.Step())
            {
                var before = statement.Int32(26);
                var row = new RootRow(
                    statement.Int64(0),
                    session.ThreadRows.Read(statement, query.PostId, ThreadRows.Id(statement)),
                    statement.Int32(24),
                    before,
                    statement.Int32(27));
                (before < 0 ? roots : pinned).Add(row);
            }
        }

        return (roots, pinned);
    }

    private static Dictionary<long, List<ReplyRow>> ReadReplies(SqliteSession session, RootsQuery query, List<RootRow> roots)
    {
        var replies = new Dictionary<long, List<ReplyRow>>(roots.Count);
        var asked = new StringBuilder("[");
        foreach (var root in roots)
        {
            if (root.PresentChildren > 0)
            {
                asked.Append(asked.Length == 1 ? "" : ",").Append(root.Nr.ToString(CultureInfo.InvariantCulture));
                replies.Add(root.Nr, []);
            }
        }

        if (replies.Count == 0 || query.RepliesPerRoot == 0)
        {
            return replies;
        }

        var identities = roots.ToDictionary(static r => r.Nr, static r => r.Row.Id);
        using (var row = session.Use(ThreadSql.Replies).With(asked.Append(']').ToString()).With(query.RepliesPerRoot + 1))
        {
            while (row.Step())
            {
                var root = row.Int64(1);
                replies[root].Add(new ReplyRow(row.Blob(25).ToArray(), session.ThreadRows.Read(row, query.PostId, identities[root])));
            }
        }

        // The rows come in the order of row numbers; sorting a page here costs less than sorting it with its texts in SQLite.
        foreach (var branch in replies.Values)
        {
            branch.Sort(static (a, b) => a.Path.AsSpan().SequenceCompareTo(b.Path));
        }

        return replies;
    }

    private static ThreadBranch Branch(RootRow root, int number, int at, Dictionary<long, List<ReplyRow>> replies, int most)
    {
        if (!replies.TryGetValue(root.Nr, out var rows))
        {
            return new ThreadBranch { Root = root.Row, Number = number, Place = at, Replies = [], HasMoreReplies = false };
        }

        var shown = ImmutableArray.CreateBuilder<ThreadRow>(Math.Min(rows.Count, most));
        for (var i = 0; i < shown.Capacity; i++)
        {
            shown.Add(rows[i].Row);
        }

        return new ThreadBranch
        {
            Root = root.Row,
            Number = number,
            Place = at,
            Replies = shown.MoveToImmutable(),
            HasMoreReplies = most == 0 || rows.Count > most,
        };
    }

    private static int FirstNumber(RootsQuery query, ThreadPlace place, int count, bool backwards)
    {
        if (query.Holding is not null)
        {
            var number = Number(query.Sort, place.Roots, place.Before);
            return number - ((number - 1) % query.Size);
        }

        if (query.Cursor is not { } cursor)
        {
            return 1;
        }

        if (query.Sort is ThreadSort.Best)
        {
            return Math.Max(1, backwards ? cursor.Position - count : cursor.Position + 1);
        }

        // The number of roots before the place in the order of the query, which depends on whether a present root is at the place.
        var before = query.Sort is ThreadSort.Newest ? place.Roots - place.Before - (place.IsPresent ? 1 : 0) : place.Before;
        return backwards ? before - count + 1 : before + (place.IsPresent ? 1 : 0) + 1;
    }

    private static int Number(ThreadSort sort, int roots, int before) => sort is ThreadSort.Newest ? roots - before : before + 1;

    private static int Place(ThreadSort sort, int roots, int number, RootRow root) => sort switch
    {
        ThreadSort.Best => root.OlderRoots + 1,
        ThreadSort.Newest => roots - number + 1,
        _ => number,
    };

    private static ThreadBranch PinnedBranch(ThreadSort sort, int roots, RootRow root)
    {
        var number = Number(sort, roots, root.Before);
        return new ThreadBranch
        {
            Root = root.Row,
            Number = number,
            Place = Place(sort, roots, number, root),
            Replies = [],
            HasMoreReplies = root.PresentChildren > 0,
        };
    }

    private static double Disfavour(double score) => score > 0 ? -score : 0;

    private sealed record ThreadPlace
    {
        public required ThreadCounts Counts { get; init; }

        public required int Roots { get; init; }

        public required long PostNr { get; init; }

        public required int Before { get; init; }

        public required bool IsPresent { get; init; }

        public required bool ComesFrom { get; init; }
    }

    private sealed record RootRow(long Nr, ThreadRow Row, int PresentChildren, int Before, int OlderRoots);

    private sealed record ReplyRow(byte[] Path, ThreadRow Row);
}
