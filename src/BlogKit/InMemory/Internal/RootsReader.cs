using BlogKit.Storage;

namespace BlogKit;

/// <summary>Reads one page of roots: every place in the order is found by rank, in logarithmic time.</summary>
internal sealed class RootsReader(InMemoryState state, RootsQuery query)
{
    private readonly StoredThread _thread = state.Thread(query.BlogId, query.PostId);

    private int Count => _thread.PresentRoots.Count;

    public ThreadRoots Read()
    {
        var (start, end, number) = Range();
        return new ThreadRoots
        {
            Counts = _thread.ByStatus.Counts,
            PresentRoots = Count,
            Branches = [.. Enumerable.Range(start, end - start).Select((place, i) => Branch(place, number + i))],
            Pinned = [.. _thread.PinnedRoots.Take(query.Pinned).Select(Pinned)],
            HasPrevious = start > 0 && !IsNowhere,
            HasNext = end < Count && !IsNowhere,
        };
    }

    private bool IsNowhere => query.Holding is { } id && !_thread.PresentRoots.Contains(id);

    /// <summary>The page as places in the order, and the number of its first root.</summary>
    private (int Start, int End, int Number) Range()
    {
        if (query.Holding is { } held)
        {
            var (place, isThere) = Place(held, 0);
            var first = place / query.Size * query.Size;
            return isThere ? (first, Math.Min(first + query.Size, Count), first + 1) : (0, 0, 1);
        }

        if (query.Cursor is not { } cursor)
        {
            return (0, Math.Min(query.Size, Count), 1);
        }

        var (before, found) = Place(cursor.Id, cursor.Score);
        var start = cursor.Backwards ? Math.Max(0, before - query.Size) : before + (found ? 1 : 0);
        var end = cursor.Backwards ? before : Math.Min(start + query.Size, Count);
        var number = (query.Sort, cursor.Backwards) switch
        {
            (ThreadSort.Best, true) => cursor.Position - (end - start),
            (ThreadSort.Best, false) => cursor.Position + 1,
            _ => start + 1,
        };
        return (start, end, number);
    }

    /// <summary>How many roots come before the given one, and whether it is there itself.</summary>
    private (int Before, bool Found) Place(CommentId id, double score)
    {
        var index = query.Sort is ThreadSort.Best ? _thread.BestRoots.IndexOf(new RankedRoot(score, id)) : _thread.PresentRoots.IndexOf(id);
        var before = index >= 0 ? index : ~index;
        return query.Sort is ThreadSort.Newest
            ? (Count - before - (index >= 0 ? 1 : 0), index >= 0)
            : (before, index >= 0);
    }

    private CommentId RootAt(int place) => query.Sort switch
    {
        ThreadSort.Best => _thread.BestRoots[place].Id,
        ThreadSort.Newest => _thread.PresentRoots[Count - 1 - place],
        _ => _thread.PresentRoots[place],
    };

    private ThreadBranch Branch(int place, int number)
    {
        var root = state.Comments[RootAt(place)];
        var replies = new ReadingOrder(state, root).After(root.Comment.Id).Take(query.RepliesPerRoot + 1).ToList();
        return new ThreadBranch
        {
            Root = ThreadRows.Make(state, root),
            Number = number,
            Place = _thread.PresentRoots.IndexOf(root.Comment.Id) + 1,
            Replies = [.. replies.Take(query.RepliesPerRoot).Select(n => ThreadRows.Make(state, n))],
            HasMoreReplies = replies.Count > query.RepliesPerRoot,
        };
    }

    private ThreadBranch Pinned(CommentId id)
    {
        var root = state.Comments[id];
        return new ThreadBranch
        {
            Root = ThreadRows.Make(state, root),
            Number = Place(id, root.Rank.Score).Before + 1,
            Place = _thread.PresentRoots.IndexOf(id) + 1,
            Replies = [],
            HasMoreReplies = !root.PresentChildren.IsEmpty,
        };
    }
}
