using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>
/// Comments while they change: every step keeps presence, counters and indexes right, so that no operation has to.
/// Presence is walked upwards only while it flips.
/// </summary>
internal sealed class CommentsEdit(InMemoryState before, IStoreFaults? faults, DateTimeOffset now)
{
    private readonly List<(BlogChangeKind Kind, Comment Comment)> _changes = [];
    private readonly ImmutableDictionary<CommentId, CommentNode>.Builder _nodes = before.Comments.ToBuilder();
    private readonly ImmutableDictionary<string, CommentId>.Builder _submissions = before.Submissions.ToBuilder();
    private readonly ImmutableDictionary<CommentId, ImmutableList<CommentRevision>>.Builder _revisions =
        before.CommentRevisions.ToBuilder();
    private readonly ImmutableDictionary<CommentId, ImmutableDictionary<ActorKey, StoredFeedback>>.Builder _feedback =
        before.Feedback.ToBuilder();
    private readonly ImmutableDictionary<CommentId, ImmutableDictionary<ActorKey, CommentFlag>>.Builder _flags = before.Flags.ToBuilder();
    private readonly CommentIndexesEdit _indexes = new(before);
    private readonly ActivityEdit _activity = new(before);
    private readonly LogEdit _log = new(before);
    private readonly List<Comment> _forgotten = [];
    private (BlogId Blog, string UserKey)? _forgottenName;

    public CommentNode? Find(CommentId id) => _nodes.GetValueOrDefault(id);

    public bool HasSubmission(string key) => _submissions.ContainsKey(key);

    public void Insert(Comment comment, string? submissionKey, string? requestHash, ImmutableArray<long> fingerprints)
    {
        faults?.BeforeWrite();
        var node = new CommentNode(comment)
        {
            SubmissionKey = submissionKey,
            RequestHash = requestHash,
            Fingerprints = Distinct(fingerprints),
        };
        _nodes.Add(comment.Id, node);
        _indexes.Add(node);
        _activity.Add(node);
        if (submissionKey is not null)
        {
            _submissions.Add(submissionKey, comment.Id);
        }

        Attach(comment.Id, shown: node.IsApproved ? 1 : 0);
    }

    /// <summary>Puts another text, status or count in the comment's place.</summary>
    public void Replace(CommentNode node, Comment comment, ImmutableArray<long>? fingerprints = null)
    {
        faults?.BeforeWrite();
        var after = node with { Comment = comment, Fingerprints = fingerprints is { } given ? Distinct(given) : node.Fingerprints };
        _activity.Replace(node, after);
        _indexes.Remove(node);
        _indexes.Add(after);
        _indexes.RankAgain(node, after);
        _nodes[comment.Id] = after;
        if (comment.ParentId is not null)
        {
            CountShown(comment.RootId, (after.IsApproved ? 1 : 0) - (node.IsApproved ? 1 : 0));
        }

        Settle(comment.Id);
    }

    /// <summary>Takes away a comment that is not present and that nobody answers.</summary>
    public void Remove(CommentNode node)
    {
        faults?.BeforeWrite();
        _indexes.Remove(node);
        _activity.Remove(node);
        _indexes.Thread(node.Comment.PostId).AddGone(node.Comment.Id);
        if (node.Comment.ParentId is { } parentId)
        {
            var parent = _nodes[parentId];
            _nodes[parentId] = parent with { Children = parent.Children.Remove(node.Comment.Id) };
        }

        Drop(node);
    }

    /// <summary>Moves a comment with all below it; returns how many that were.</summary>
    public int Move(CommentNode top, PostId postId, CommentNode? parent)
    {
        var subtree = Subtree(top.Comment.Id);
        var shown = subtree.Count(id => _nodes[id].IsApproved);
        Detach(top, shown);
        var rootId = parent?.Comment.RootId ?? top.Comment.Id;
        var shift = (parent is null ? 0 : parent.Comment.Depth + 1) - top.Comment.Depth;
        foreach (var id in subtree)
        {
            faults?.BeforeWrite();
            var node = _nodes[id];
            var moved = node with
            {
                ShownReplies = 0,
                Comment = node.Comment with
                {
                    PostId = postId,
                    ParentId = id == top.Comment.Id ? parent?.Comment.Id : node.Comment.ParentId,
                    RootId = rootId,
                    Depth = node.Comment.Depth + shift,
                    Version = node.Comment.Version + 1,
                },
            };
            _indexes.Remove(node);
            _indexes.Add(moved);
            _activity.Replace(node, moved);
            _nodes[id] = moved;
        }

        Attach(top.Comment.Id, shown);
        return subtree.Count;
    }

    /// <summary>Takes away a whole thread with everything known of its comments.</summary>
    public void RemoveThread(PostId postId)
    {
        faults?.BeforeWrite();
        var thread = before.Thread(postId);
        foreach (var id in thread.ByStatus.All)
        {
            var node = _nodes[id];
            _indexes.Remove(node);
            _activity.Remove(node);
            Drop(node);
            Forget(node.Comment);
            _log.Remove(id);
        }

        foreach (var id in thread.Gone)
        {
            _log.Remove(id);
        }

        _indexes.RemoveThread(postId);
    }

    public void AddRecord(ModerationRecord record)
    {
        faults?.BeforeWrite();
        _log.Add(record);
    }

    /// <summary>Leaves a row in the change feed, about the comment under the post it names.</summary>
    public void Changed(Comment comment, BlogChangeKind kind)
    {
        faults?.BeforeWrite();
        _changes.Add((kind, comment));
    }

    /// <summary>The same for a comment whose status does not change, or becomes one that is not shown.</summary>
    public void Changed(Comment comment) => Changed(comment, InMemoryStore.KindOf(comment.Status, comment.Status));

    /// <summary>Takes from a comment's log what could tell its text.</summary>
    public void EraseLog(CommentId id)
    {
        faults?.BeforeWrite();
        _log.EraseTexts(id);
    }

    public void AddRevision(CommentRevision revision)
    {
        faults?.BeforeWrite();
        _revisions[revision.CommentId] = _revisions.GetValueOrDefault(revision.CommentId, []).Add(revision);
    }

    /// <summary>Puts what somebody says now in the place of what was said, by them or by their network.</summary>
    public void SetFeedback(CommentId id, ActorKey? formerKey, Voter voter, OwnFeedback said)
    {
        faults?.BeforeWrite();
        var all = _feedback.GetValueOrDefault(id, []);
        all = formerKey is { } former ? all.Remove(former) : all;
        _feedback[id] = said == OwnFeedback.None ? all : all.SetItem(voter.Key, new StoredFeedback(said, voter.Network));
    }

    /// <summary>Lets every flag of a comment that still counts count no more.</summary>
    public void DismissFlags(CommentId id, DateTimeOffset at)
    {
        if (_flags.TryGetValue(id, out var flags) && flags.Values.Any(static f => f.DismissedAt is null))
        {
            faults?.BeforeWrite();
            _flags[id] = flags.SetItems(flags
                .Where(static f => f.Value.DismissedAt is null)
                .Select(f => KeyValuePair.Create(f.Key, f.Value with { DismissedAt = at })));
        }
    }

    /// <summary>Erases the former texts, what readers said, and what its origins say of it.</summary>
    public void Forget(Comment comment)
    {
        faults?.BeforeWrite();
        _forgotten.Add(comment);
        var id = comment.Id;
        _revisions.Remove(id);
        _feedback.Remove(id);
        _flags.Remove(id);
    }

    /// <summary>Erases the display name of the writer of a comment that is to go, unless they wrote others.</summary>
    public void ForgetName(Comment comment)
    {
        if (comment.By is { UserKey: { } user, HistoryKey: { } writer }
            && before.DisplayNames.ContainsKey((comment.BlogId, user))
            && before.Activity.GetValueOrDefault(new ActivityKey(comment.BlogId, ActivityScope.Writer, writer)) is { Count: 1 })
        {
            faults?.BeforeWrite();
            _forgottenName = (comment.BlogId, user);
        }
    }

    public InMemoryState ToState()
    {
        var after = _log.ToState(_activity.ToState(_indexes.ToState(before))) with
        {
            Comments = _nodes.ToImmutable(),
            Submissions = _submissions.ToImmutable(),
            CommentRevisions = _revisions.ToImmutable(),
            Feedback = _feedback.ToImmutable(),
            Flags = _flags.ToImmutable(),
            DisplayNames = _forgottenName is { } name ? before.DisplayNames.Remove(name) : before.DisplayNames,
        };
        after = _forgotten.Aggregate(after, static (state, comment) =>
            state.WithForgottenOrigins(comment.BlogId, OriginKind.Comment, comment.Id.Value, keepsAddress: false));
        after = _forgottenName is { } forgotten ? after.WithChange(forgotten.Blog, BlogChangeKind.DisplayNames, now) : after;
        return _changes.Aggregate(
            after, (state, change) => state.WithChange(change.Comment.BlogId, change.Kind, now, change.Comment.PostId, change.Comment.Id));
    }

    private static ImmutableArray<long> Distinct(ImmutableArray<long> fingerprints) =>
        fingerprints.IsDefaultOrEmpty ? [] : [.. fingerprints.Distinct()];

    private void Drop(CommentNode node)
    {
        _nodes.Remove(node.Comment.Id);
        if (node.SubmissionKey is { } key)
        {
            _submissions.Remove(key);
        }
    }

    /// <summary>Hangs a comment into the tree.</summary>
    /// <param name="id">The comment, whose row says already what it answers.</param>
    /// <param name="shown">Approved comments it brings along, itself included.</param>
    private void Attach(CommentId id, int shown)
    {
        var node = _nodes[id];
        if (node.Comment.ParentId is { } parentId)
        {
            var parent = _nodes[parentId];
            _nodes[parentId] = parent with { Children = parent.Children.Add(id) };
            CountShown(node.Comment.RootId, shown);
        }
        else
        {
            CountShown(id, shown - (node.IsApproved ? 1 : 0));
        }

        Settle(id);
    }

    private void Detach(CommentNode node, int shown)
    {
        faults?.BeforeWrite();
        if (node.Comment.ParentId is not { } parentId)
        {
            _indexes.Thread(node.Comment.PostId).HideRoot(node);
            return;
        }

        var parent = _nodes[parentId];
        _nodes[parentId] = parent with
        {
            Children = parent.Children.Remove(node.Comment.Id),
            PresentChildren = parent.PresentChildren.Remove(node.Comment.Id),
        };
        CountShown(node.Comment.RootId, -shown);
        Settle(parentId);
    }

    private void Settle(CommentId id)
    {
        while (true)
        {
            var node = _nodes[id];
            if (node.Comment.ParentId is not { } parentId)
            {
                _indexes.Settle(node);
                return;
            }

            var parent = _nodes[parentId];
            if (node.IsPresent == parent.PresentChildren.Contains(id))
            {
                return;
            }

            _nodes[parentId] = parent with
            {
                PresentChildren = node.IsPresent ? parent.PresentChildren.Add(id) : parent.PresentChildren.Remove(id),
            };
            id = parentId;
        }
    }

    private void CountShown(CommentId rootId, int change)
    {
        if (change != 0)
        {
            var root = _nodes[rootId];
            _nodes[rootId] = root with { ShownReplies = root.ShownReplies + change };
        }
    }

    private List<CommentId> Subtree(CommentId top)
    {
        var found = new List<CommentId> { top };
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(_nodes[found[i]].Children);
        }

        return found;
    }
}
