namespace BlogKit;

/// <summary>Who wrote how much and what is alike, while it changes. Purged comments are not among them.</summary>
internal sealed class ActivityEdit(InMemoryState before)
{
    private readonly ImmutableDictionary<ActivityKey, ImmutableSortedSet<DatedComment>>.Builder _activity = before.Activity.ToBuilder();
    private readonly ImmutableDictionary<(BlogId Blog, long Fingerprint), ImmutableSortedSet<CommentId>>.Builder _alike =
        before.Alike.ToBuilder();

    public void Add(CommentNode node)
    {
        if (node.Comment.PurgedAt is not null)
        {
            return;
        }

        var dated = new DatedComment(node.Comment.CreatedAt, node.Comment.Id);
        foreach (var key in ActivityKey.Of(node.Comment))
        {
            _activity[key] = _activity.GetValueOrDefault(key, []).Add(dated);
        }

        foreach (var fingerprint in node.Fingerprints)
        {
            var key = (node.Comment.BlogId, fingerprint);
            _alike[key] = _alike.GetValueOrDefault(key, []).Add(node.Comment.Id);
        }
    }

    public void Remove(CommentNode node)
    {
        if (node.Comment.PurgedAt is not null)
        {
            return;
        }

        var dated = new DatedComment(node.Comment.CreatedAt, node.Comment.Id);
        foreach (var key in ActivityKey.Of(node.Comment))
        {
            Take(_activity, key, dated);
        }

        foreach (var fingerprint in node.Fingerprints)
        {
            Take(_alike, (node.Comment.BlogId, fingerprint), node.Comment.Id);
        }
    }

    public void Replace(CommentNode from, CommentNode to)
    {
        if (!IsSame(from, to))
        {
            Remove(from);
            Add(to);
        }
    }

    public InMemoryState ToState(InMemoryState state) => state with { Activity = _activity.ToImmutable(), Alike = _alike.ToImmutable() };

    private static bool IsSame(CommentNode from, CommentNode to) =>
        from.Comment.PurgedAt == to.Comment.PurgedAt
        && from.Comment.PostId == to.Comment.PostId
        && string.Equals(from.Comment.RemoteAddress, to.Comment.RemoteAddress, StringComparison.Ordinal)
        && from.Comment.By == to.Comment.By
        && from.Fingerprints == to.Fingerprints;

    private static void Take<TKey, TItem>(ImmutableDictionary<TKey, ImmutableSortedSet<TItem>>.Builder sets, TKey key, TItem item)
        where TKey : notnull
    {
        var left = sets[key].Remove(item);
        if (left.IsEmpty)
        {
            sets.Remove(key);
        }
        else
        {
            sets[key] = left;
        }
    }
}
