using System.Collections.Immutable;

namespace BlogKit.Internal;

/// <summary>
/// Builds what is shown from the rows of one page: nests them down to the display depth, turns hidden ones into tombstones,
/// says whom the flattened ones answer. Linear in the rows.
/// </summary>
internal sealed class ThreadAssembler(
    int displayDepth,
    ImmutableArray<AuthorId> postAuthors,
    string? viewerKey,
    IReadOnlyDictionary<CommentId, OwnFeedback> ownFeedback,
    TimeSpan editWindow,
    DateTimeOffset now)
{
    /// <summary>Nests a branch; held comments whose parent is in it are put below that parent and taken out of the list.</summary>
    public ThreadNode Branch(ThreadBranch branch, List<ThreadRow> held)
    {
        var root = new Place(branch.Root, 1, null, null);
        var places = Nest(branch.Replies, [root]);
        PutHeldInPlace(places, held);
        var node = Freeze(root) with { Number = branch.Number };
        if (!branch.HasMoreReplies)
        {
            return node;
        }

        var shown = branch.Replies.Count(static r => r.Status is CommentStatus.Approved);
        var cursor = CursorText.WriteReplies(branch.Replies.IsEmpty ? branch.Root.Id : branch.Replies[^1].Id, shown);
        return node with { MoreReplies = new MoreReplies(Math.Max(0, branch.Root.ShownReplies - shown), cursor) };
    }

    /// <summary>Nests replies whose upper part may be missing.</summary>
    public ImmutableArray<ThreadNode> Replies(ThreadRow under, ImmutableArray<ThreadRow> replies, List<ThreadRow> held)
    {
        var top = new Place(under, Math.Min(under.Depth + 1, displayDepth), null, null);
        var places = Nest(replies, [top]);
        PutHeldInPlace(places, held);
        return [.. top.Replies.Select(Freeze)];
    }

    /// <summary>A comment that stands alone.</summary>
    public ThreadNode Alone(ThreadRow row) =>
        Freeze(new Place(row, 1, row.ParentId is { } parent ? new ThreadAnswer(parent, row.ParentName) : null, null));

    private Dictionary<CommentId, Place> Nest(ImmutableArray<ThreadRow> rows, List<Place> path)
    {
        // path holds, level by level, the places under which the next row may stand.
        var top = path[0];
        var places = new Dictionary<CommentId, Place>(rows.Length + 1) { [top.Row.Id] = top };
        foreach (var row in rows)
        {
            var level = Math.Min(row.Depth + 1, displayDepth);
            while (path.Count > 1 && path[^1].Level >= level)
            {
                path.RemoveAt(path.Count - 1);
            }

            // Where the upper part of a branch is on an earlier page, the row stands at the top of this one.
            var standsBelow = path[^1];
            var place = new Place(row, level, AnswerWhereNotObvious(row, standsBelow, places), standsBelow);
            standsBelow.Replies.Add(place);
            path.Add(place);
            places[row.Id] = place;
        }

        return places;
    }

    private static ThreadAnswer? AnswerWhereNotObvious(ThreadRow row, Place standsBelow, Dictionary<CommentId, Place> places)
    {
        if (row.ParentId is not { } parent || parent == standsBelow.Row.Id)
        {
            return null;
        }

        return new ThreadAnswer(parent, places.TryGetValue(parent, out var place) ? place.ShownName : row.ParentName);
    }

    private void PutHeldInPlace(Dictionary<CommentId, Place> places, List<ThreadRow> held)
    {
        for (var i = 0; i < held.Count; i++)
        {
            if (held[i].ParentId is { } parent && places.TryGetValue(parent, out var place))
            {
                // On the last level it stands flat beside what it answers, like every other reply there.
                var standsBelow = place.Level == displayDepth && place.Above is { } above ? above : place;
                var answersTo = standsBelow == place ? null : new ThreadAnswer(parent, place.ShownName);
                standsBelow.Replies.Add(new Place(held[i], Math.Min(place.Level + 1, displayDepth), answersTo, standsBelow));
                held.RemoveAt(i--);
            }
        }
    }

    // Recursion is bounded by the display depth.
    private ThreadNode Freeze(Place place) => new()
    {
        Id = place.Row.Id,
        Comment = Show(place.Row),
        Level = place.Level,
        AnswersTo = place.AnswersTo,
        Replies = place.Replies.Count == 0 ? [] : [.. place.Replies.Select(Freeze)],
    };

    private ThreadComment? Show(ThreadRow row)
    {
        var isOwn = viewerKey is not null && string.Equals(row.OwnerKey, viewerKey, StringComparison.Ordinal);
        var isHeld = row.Status is CommentStatus.Pending && isOwn;
        if (row.Status is not CommentStatus.Approved && !isHeld)
        {
            return null;
        }

        var remaining = editWindow - (now - row.CreatedAt);
        return new ThreadComment
        {
            Id = row.Id,
            ParentId = row.ParentId,
            Name = row.Name,
            CommenterKind = row.CommenterKind,
            AuthorId = row.AuthorId,
            IsPostAuthor = row.AuthorId is { } author && postAuthors.Contains(author),
            Url = row.Url,
            AvatarUrl = row.AvatarUrl,
            Html = row.Html,
            Kind = row.Kind,
            CreatedAt = row.CreatedAt,
            EditedAt = row.EditedAt,
            IsPinned = row.IsPinned,
            UpVotes = row.UpVotes,
            DownVotes = row.DownVotes,
            Reactions = row.Reactions,
            Own = ownFeedback.TryGetValue(row.Id, out var own) ? own : OwnFeedback.None,
            IsOwn = isOwn,
            IsHeld = isHeld,
            EditableUntil = !isOwn || remaining <= TimeSpan.Zero ? null
                : remaining < DateTimeOffset.MaxValue - now ? now + remaining : DateTimeOffset.MaxValue,
            Version = row.Version,
        };
    }

    private sealed class Place(ThreadRow row, int level, ThreadAnswer? answersTo, Place? above)
    {
        public Place? Above { get; } = above;

        /// <summary>A tombstone has no name.</summary>
        public string? ShownName => Row.Status is CommentStatus.Approved ? Row.Name : null;

        public ThreadRow Row { get; } = row;

        public int Level { get; } = level;

        public ThreadAnswer? AnswersTo { get; } = answersTo;

        public List<Place> Replies { get; } = [];
    }
}
