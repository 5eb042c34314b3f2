namespace BlogKit;

/// <summary>The indexes of comments while they change.</summary>
internal sealed class CommentIndexesEdit(InMemoryState before)
{
    private readonly Dictionary<PostId, StoredThreadEdit> _threads = [];
    private readonly HashSet<PostId> _removedThreads = [];
    private readonly Dictionary<BlogId, StatusSetsEdit> _blogs = [];
    private readonly Dictionary<int, ImmutableSortedSet<CommentId>.Builder> _byRenderer = [];
    private readonly ImmutableDictionary<(BlogId Blog, string Key), CommenterHistory>.Builder _histories = before.Histories.ToBuilder();

    public StoredThreadEdit Thread(PostId id)
    {
        if (!_threads.TryGetValue(id, out var edit))
        {
            _threads[id] = edit = new StoredThreadEdit(before.Thread(id));
        }

        return edit;
    }

    public void RemoveThread(PostId id)
    {
        _threads.Remove(id);
        _removedThreads.Add(id);
    }

    public void Add(CommentNode node)
    {
        Thread(node.Comment.PostId).Add(node);
        Blog(node.Comment.BlogId).Add(node.Comment);
        Remember(node.Comment, 1);
        if (node.Comment.PurgedAt is null)
        {
            Renderer(node.Comment.RendererVersion).Add(node.Comment.Id);
        }
    }

    public void Remove(CommentNode node)
    {
        Thread(node.Comment.PostId).Remove(node);
        Blog(node.Comment.BlogId).Remove(node.Comment);
        Remember(node.Comment, -1);
        if (node.Comment.PurgedAt is null)
        {
            Renderer(node.Comment.RendererVersion).Remove(node.Comment.Id);
        }
    }

    public void RankAgain(CommentNode before, CommentNode after)
    {
        if (after.Comment.ParentId is null)
        {
            Thread(after.Comment.PostId).RankAgain(before, after);
        }
    }

    /// <summary>Makes a root stand among the present ones, or not.</summary>
    public void Settle(CommentNode root)
    {
        var thread = Thread(root.Comment.PostId);
        if (root.IsPresent == thread.Shows(root.Comment.Id))
        {
            return;
        }

        if (root.IsPresent)
        {
            thread.ShowRoot(root);
        }
        else
        {
            thread.HideRoot(root);
        }
    }

    public InMemoryState ToState(InMemoryState state) => state with
    {
        Threads = state.Threads
            .SetItems(_threads.Select(static t => KeyValuePair.Create(t.Key, t.Value.ToThread())))
            .RemoveRange(_removedThreads),
        BlogComments = state.BlogComments.SetItems(_blogs.Select(static b => KeyValuePair.Create(b.Key, b.Value.ToSets()))),
        ByRenderer = state.ByRenderer
            .SetItems(_byRenderer.Select(static r => KeyValuePair.Create(r.Key, r.Value.ToImmutable())))
            .RemoveRange(_byRenderer.Where(static r => r.Value.Count == 0).Select(static r => r.Key)),
        Histories = _histories.ToImmutable(),
    };

    private StatusSetsEdit Blog(BlogId id)
    {
        if (!_blogs.TryGetValue(id, out var edit))
        {
            _blogs[id] = edit = new StatusSetsEdit(before.CommentsOf(id));
        }

        return edit;
    }

    private ImmutableSortedSet<CommentId>.Builder Renderer(int version)
    {
        if (!_byRenderer.TryGetValue(version, out var edit))
        {
            _byRenderer[version] = edit = before.ByRenderer.GetValueOrDefault(version, []).ToBuilder();
        }

        return edit;
    }

    private void Remember(Comment comment, int change)
    {
        if (comment.By.HistoryKey is not { } key || comment.Status is CommentStatus.Deleted)
        {
            return;
        }

        var known = _histories.GetValueOrDefault((comment.BlogId, key), CommenterHistory.None);
        _histories[(comment.BlogId, key)] = comment.Status switch
        {
            CommentStatus.Approved => known with { Approved = known.Approved + change },
            CommentStatus.Pending => known with { Pending = known.Pending + change },
            CommentStatus.Spam => known with { Spam = known.Spam + change },
            _ => known with { Removed = known.Removed + change },
        };
    }
}
