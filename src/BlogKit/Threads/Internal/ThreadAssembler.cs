using System.Buffers;
using System.Runtime.InteropServices;
using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>
/// Builds what is shown from the rows of one page: nests them down to the display depth, turns hidden ones into tombstones,
/// says whom the flattened ones answer. Linear in the rows, without recursion.
/// </summary>
internal sealed class ThreadAssembler(
    int displayDepth,
    ImmutableArray<AuthorId> postAuthors,
    ActorKey? viewerKey,
    IReadOnlyDictionary<CommentId, OwnFeedback> ownFeedback,
    TimeSpan editWindow,
    DateTimeOffset now)
{
    /// <summary>Nests a branch; held comments whose parent is in it are put below that parent and taken out of the list.</summary>
    public ThreadNode Branch(ThreadBranch branch, List<ThreadRow> held)
    {
        return Node(branch.Root, 1, null) with
        {
            Number = branch.Number,
            Place = branch.Place,
            Replies = Replies(branch.Root, branch.Replies, held),
            MoreReplies = branch.HasMoreReplies ? More(branch) : null,
        };
    }

    /// <summary>Nests replies whose upper part may be missing.</summary>
    public ImmutableArray<ThreadNode> Replies(ThreadRow under, ImmutableArray<ThreadRow> replies, List<ThreadRow> held)
    {
        var rows = held.Count == 0 ? replies : WithHeld(under, replies, held);
        if (rows.IsEmpty)
        {
            return [];
        }

        // Rented: for a page of thousands the array would be a large object, and collecting those is dear.
        var places = ArrayPool<Place>.Shared.Rent(rows.Length);
        try
        {
            Nest(under, rows.AsSpan(), places);
            return Build(places.AsSpan(0, rows.Length));
        }
        finally
        {
            ArrayPool<Place>.Shared.Return(places, clearArray: true);
        }
    }

    /// <summary>A comment that stands alone.</summary>
    public ThreadNode Alone(ThreadRow row) =>
        Node(row, 1, row.ParentId is { } parent ? new ThreadAnswer(parent, row.ParentName) : null);

    private static MoreReplies More(ThreadBranch branch)
    {
        var shown = branch.Replies.Count(static r => r.Status is CommentStatus.Approved);
        var last = branch.Replies.IsEmpty ? branch.Root.Id : branch.Replies[^1].Id;
        return new MoreReplies(Math.Max(0, branch.Root.ShownReplies - shown), CursorText.WriteReplies(last, shown));
    }

    // Puts each of the viewer's held comments behind everything that is below its parent, which is where it would stand.
    private static ImmutableArray<ThreadRow> WithHeld(ThreadRow top, ImmutableArray<ThreadRow> rows, List<ThreadRow> held)
    {
        for (var i = 0; i < held.Count; i++)
        {
            var row = held[i];
            var parent = row.ParentId == top.Id ? -1 : IndexOf(rows, row.ParentId);
            if (row.ParentId is not null && (parent >= 0 || row.ParentId == top.Id))
            {
                var end = parent + 1;
                while (end < rows.Length && rows[end].Depth >= row.Depth)
                {
                    end++;
                }

                rows = rows.Insert(end, row);
                held.RemoveAt(i--);
            }
        }

        return rows;
    }

    private static int IndexOf(ImmutableArray<ThreadRow> rows, CommentId? id)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// Where every row stands. Rows come in reading order, so that what a row answers and what it stands below
    /// are both on the way from the top to the row before it.
    /// </summary>
    private void Nest(ThreadRow top, ReadOnlySpan<ThreadRow> rows, Span<Place> places)
    {
        var way = new List<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            while (way.Count > 0 && rows[way[^1]].Depth >= row.Depth)
            {
                way.RemoveAt(way.Count - 1);
            }

            var level = Math.Min(row.Depth + 1, displayDepth);
            var below = way.Count - 1;
            while (below >= 0 && places[way[below]].Level >= level)
            {
                // Everything deeper than the display depth stands on the last level, so this takes at most the overhanging part.
                below = Math.Min(below - 1, displayDepth - 2);
            }

            var standsBelow = below >= 0 ? way[below] : Place.Top;
            places[i] = new Place(
                row, level, standsBelow, AnswerWhereNotObvious(row, standsBelow < 0 ? top : rows[standsBelow], way, rows));
            if (standsBelow >= 0)
            {
                places[standsBelow].Replies++;
            }

            way.Add(i);
        }
    }

    private static ThreadAnswer? AnswerWhereNotObvious(ThreadRow row, ThreadRow standsBelow, List<int> way, ReadOnlySpan<ThreadRow> rows)
    {
        if (row.ParentId is not { } parent || parent == standsBelow.Id)
        {
            return null;
        }

        if (way.Count > 0 && rows[way[^1]] is var before && before.Id == parent)
        {
            return new ThreadAnswer(parent, before.Status is CommentStatus.Approved ? before.Name : null);
        }

        return new ThreadAnswer(parent, row.ParentName);
    }

    // From the last row to the first: whatever stands below a row is complete when the row's turn comes.
    private ImmutableArray<ThreadNode> Build(Span<Place> places)
    {
        var topCount = 0;
        foreach (ref readonly var place in places)
        {
            topCount += place.StandsBelow == Place.Top ? 1 : 0;
        }

        var top = new ThreadNode[topCount];
        for (var i = places.Length - 1; i >= 0; i--)
        {
            ref var place = ref places[i];
            var node = Node(place.Row, place.Level, place.AnswersTo, ImmutableCollectionsMarshal.AsImmutableArray(place.Below ?? []));
            if (place.StandsBelow == Place.Top)
            {
                top[--topCount] = node;
            }
            else
            {
                ref var above = ref places[place.StandsBelow];
                above.Below ??= new ThreadNode[above.Replies];
                above.Below[--above.Replies] = node;
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(top);
    }

    private ThreadNode Node(ThreadRow row, int level, ThreadAnswer? answersTo, ImmutableArray<ThreadNode> replies = default) => new()
    {
        Id = row.Id,
        Comment = Show(row),
        Level = level,
        AnswersTo = answersTo,
        Replies = replies.IsDefault ? [] : replies,
    };

    private ThreadComment? Show(ThreadRow row)
    {
        var isOwn = viewerKey is { } viewer && row.OwnerKey == viewer;
        var isHeld = row.Status is CommentStatus.Pending && isOwn;
        if (row.Status is not CommentStatus.Approved && !isHeld)
        {
            return null;
        }

        var remaining = isOwn ? editWindow - (now - row.CreatedAt) : TimeSpan.Zero;
        return new ThreadComment(row)
        {
            IsPostAuthor = row.AuthorId is { } author && postAuthors.Contains(author),
            Own = ownFeedback.Count > 0 && ownFeedback.TryGetValue(row.Id, out var own) ? own : OwnFeedback.None,
            IsOwn = isOwn,
            IsHeld = isHeld,
            EditableUntil = remaining <= TimeSpan.Zero ? null
                : remaining < DateTimeOffset.MaxValue - now ? now + remaining : DateTimeOffset.MaxValue,
        };
    }

    private struct Place(ThreadRow row, int level, int standsBelow, ThreadAnswer? answersTo)
    {
        public const int Top = -1;

        public readonly ThreadRow Row = row;
        public readonly int Level = level;
        public readonly int StandsBelow = standsBelow;
        public readonly ThreadAnswer? AnswersTo = answersTo;
        public int Replies;
        public ThreadNode[]? Below;
    }
}
