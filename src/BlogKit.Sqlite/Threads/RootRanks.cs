namespace BlogKit;

/// <summary>
/// Lets a root's number be found without counting all roots before it. The roots of a long thread are cut into spans that know how many
/// roots they hold, these into longer ones, and these once more; a span that grew too long is cut in two, wherever in time its roots stand.
/// Short threads have none and cost nothing.
/// </summary>
internal static class RootRanks
{
    private const int Levels = 3;
    private const int RankedFrom = 512;
    private const int Fan = 32;

    // The most roots in a span of level 0, 1 and 2; a new span holds half.
    private static readonly int[] s_most = [256, 256 * Fan, 256 * Fan * Fan];

    /// <summary>A root (already written) appeared or vanished; also counts it.</summary>
    public static void Changed(SqliteSession session, long post, Guid id, int by)
    {
        RootRanking ranking;
        using (var row = session.Use(RootRankSql.ShiftRoots).With(post).With(by).With(id))
        {
            if (!row.ExecuteReturning())
            {
                return;
            }

            ranking = new RootRanking(row.Int32(0), row.Bool(1), row.Bool(2), row.Int32(3));
        }

        Place(session, post, id, by, ranking);
    }

    /// <summary>As <see cref="Changed"/>, when the root is counted already.</summary>
    public static void Place(SqliteSession session, long post, Guid id, int by, RootRanking ranking)
    {
        if (ranking.IsCountedOpen)
        {
            if (ranking.OpenRoots > s_most[0])
            {
                CloseHalf(session, post, ranking.OpenRoots);
            }
        }
        else if (ranking.IsRanked)
        {
            ShiftFrom(0, session, post, IdColumn.Bytes(id), by);
        }
        else if (ranking.Roots > RankedFrom)
        {
            Rebuild(session, post);
        }
    }

    /// <summary>Many roots came or went: counts them again when the thread is long.</summary>
    public static void Rebuild(SqliteSession session, long post)
    {
        session.Use(RootRankSql.DropAll).With(post).Execute();
        if (FindOpen(session, post).Roots > RankedFrom)
        {
            WriteSpans(session, post);
        }
        else
        {
            session.Use(RootRankSql.SetOpen).With(post).With(0).With([]).With(0).Execute();
        }
    }

    // Almost every new root is the last one of its thread. So the last span is open: its number of roots is in the row of the thread, which
    // is written anyway. When the span is full, its first half becomes a closed span, whose number is stored in its own row.
    private static void CloseHalf(SqliteSession session, long post, int held)
    {
        var (_, first) = FindOpen(session, post);
        var (middle, before) = MiddleRoot(session, post, first, held);
        if (middle is null)
        {
            return;
        }

        session.Use(RootRankSql.SetRoots).With(post).With(0).With(first).With(before).Execute();
        session.Use(RootRankSql.Insert).With(post).With(0).With(middle).With(0).Execute();
        session.Use(RootRankSql.SetOpen).With(post).With(1).With(middle).With(held - before).Execute();
        ShiftFrom(1, session, post, first, before);
    }

    private static void ShiftFrom(int lowest, SqliteSession session, long post, byte[] id, int by)
    {
        for (var level = lowest; level < Levels; level++)
        {
            byte[] first;
            int held;
            using (var row = session.Use(RootRankSql.Shift).With(post).With(level).With(id).With(by))
            {
                if (!row.ExecuteReturning())
                {
                    throw new InvalidOperationException("The numbering of a thread is damaged: a span is missing.");
                }

                first = row.Blob(0).ToArray();
                held = row.Int32(1);
            }

            if (held > s_most[level])
            {
                Split(session, post, level, first, held);
            }
            else if (held == 0)
            {
                session.Use(RootRankSql.DropEmpty).With(post).With(level).With(first).Execute();
            }
        }
    }

    private static (int Roots, byte[] First) FindOpen(SqliteSession session, long post)
    {
        using var row = session.Use(RootRankSql.FindOpen).With(post);
        return row.Step() ? (row.Int32(0), row.Blob(1).ToArray()) : (0, []);
    }

    private static void WriteSpans(SqliteSession session, long post)
    {
        var spans = new List<(byte[] First, int Roots)> { ([], 0) };
        using (var row = session.Use(RootRankSql.ListRoots).With(post))
        {
            while (row.Step())
            {
                var (first, held) = spans[^1];
                if (held == s_most[0] / 2)
                {
                    spans.Add((row.Blob(0).ToArray(), 1));
                }
                else
                {
                    spans[^1] = (first, held + 1);
                }
            }
        }

        var (openFirst, openRoots) = spans[^1];
        session.Use(RootRankSql.SetOpen).With(post).With(1).With(openFirst).With(openRoots).Execute();
        spans[^1] = (openFirst, 0);
        for (var level = 0; level < Levels; level++)
        {
            foreach (var (first, held) in spans)
            {
                session.Use(RootRankSql.Insert).With(post).With(level).With(first).With(held).Execute();
            }

            spans = [.. spans.Chunk(Fan).Select(static part => (part[0].First, part.Sum(static s => s.Roots)))];
        }
    }

    private static void Split(SqliteSession session, long post, int level, byte[] first, int held)
    {
        var (middle, before) = level == 0 ? MiddleRoot(session, post, first, held) : MiddleSpan(session, post, level, first, held);
        if (middle is null || middle.AsSpan().SequenceEqual(first))
        {
            return;
        }

        session.Use(RootRankSql.SetRoots).With(post).With(level).With(first).With(before).Execute();
        session.Use(RootRankSql.Insert).With(post).With(level).With(middle).With(held - before).Execute();
    }

    private static (byte[]? Middle, int Before) MiddleRoot(SqliteSession session, long post, byte[] first, int held)
    {
        using var row = session.Use(RootRankSql.FindMiddle).With(post).With(first).With(held / 2);
        return (row.Step() ? row.Blob(0).ToArray() : null, held / 2);
    }

    private static (byte[]? Middle, int Before) MiddleSpan(SqliteSession session, long post, int level, byte[] first, int held)
    {
        var before = 0;
        using var row = session.Use(RootRankSql.ListSpans).With(post).With(level - 1).With(first);
        while (row.Step())
        {
            if (before >= held / 2)
            {
                return (row.Blob(0).ToArray(), before);
            }

            before += row.Int32(1);
        }

        return (null, 0);
    }
}
