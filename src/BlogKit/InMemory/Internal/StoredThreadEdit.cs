namespace BlogKit;

/// <summary>A <see cref="StoredThread"/> while it changes.</summary>
internal sealed class StoredThreadEdit(StoredThread before)
{
    private readonly StatusSetsEdit _byStatus = new(before.ByStatus);
    private readonly ImmutableSortedSet<CommentId>.Builder _presentRoots = before.PresentRoots.ToBuilder();
    private readonly ImmutableSortedSet<RankedRoot>.Builder _bestRoots = before.BestRoots.ToBuilder();
    private readonly ImmutableSortedSet<CommentId>.Builder _pinnedRoots = before.PinnedRoots.ToBuilder();
    private readonly ImmutableDictionary<ActorKey, ImmutableSortedSet<CommentId>>.Builder _held = before.Held.ToBuilder();
    private readonly ImmutableHashSet<CommentId>.Builder _gone = before.Gone.ToBuilder();

    public void Add(CommentNode node)
    {
        _byStatus.Add(node.Comment);
        if (node.IsPinnedRoot)
        {
            _pinnedRoots.Add(node.Comment.Id);
        }

        if (node.Comment is { Status: CommentStatus.Pending, OwnerKey: { } owner })
        {
            _held[owner] = _held.GetValueOrDefault(owner, []).Add(node.Comment.Id);
        }
    }

    public void Remove(CommentNode node)
    {
        _byStatus.Remove(node.Comment);
        _pinnedRoots.Remove(node.Comment.Id);
        if (node.Comment is { Status: CommentStatus.Pending, OwnerKey: { } owner })
        {
            var left = _held[owner].Remove(node.Comment.Id);
            if (left.IsEmpty)
            {
                _held.Remove(owner);
            }
            else
            {
                _held[owner] = left;
            }
        }
    }

    public void ShowRoot(CommentNode root)
    {
        _presentRoots.Add(root.Comment.Id);
        _bestRoots.Add(root.Rank);
    }

    public void HideRoot(CommentNode root)
    {
        _presentRoots.Remove(root.Comment.Id);
        _bestRoots.Remove(root.Rank);
    }

    public bool Shows(CommentId root) => _presentRoots.Contains(root);

    public void RankAgain(CommentNode before, CommentNode after)
    {
        if (_bestRoots.Remove(before.Rank))
        {
            _bestRoots.Add(after.Rank);
        }
    }

    public void AddGone(CommentId id) => _gone.Add(id);

    public StoredThread ToThread() => new()
    {
        ByStatus = _byStatus.ToSets(),
        PresentRoots = _presentRoots.ToImmutable(),
        BestRoots = _bestRoots.ToImmutable(),
        PinnedRoots = _pinnedRoots.ToImmutable(),
        Held = _held.ToImmutable(),
        Gone = _gone.ToImmutable(),
    };
}
