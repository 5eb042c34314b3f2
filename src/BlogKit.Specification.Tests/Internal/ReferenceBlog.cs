using BlogKit.Storage;

namespace BlogKit.Specification;

/// <summary>What a store should hold after a history of operations, predicted from the contracts alone.</summary>
internal sealed class ReferenceBlog
{
    private readonly Dictionary<CommentId, Comment> _comments = [];
    private readonly Dictionary<(CommentId, string), int> _votes = [];

    public IEnumerable<Comment> Comments => _comments.Values.OrderBy(static c => c.Id);

    public Comment this[CommentId id] => _comments[id];

    public void Add(Comment comment) => _comments.Add(comment.Id, comment with { Version = 1 });

    public CommentChange ToStatus(CommentId id, CommentStatus status)
    {
        var change = StoreFill.ToStatus(_comments[id], status);
        _comments[id] = change.Comment with
        {
            Version = change.Comment.Version + 1,
            StatusChangedAt = status == _comments[id].Status ? _comments[id].StatusChangedAt : change.Record!.At,
        };
        return change;
    }

    public void Vote(CommentId id, string voter, int vote)
    {
        var before = _votes.GetValueOrDefault((id, voter));
        _votes[(id, voter)] = vote;
        var comment = _comments[id];
        _comments[id] = comment with
        {
            UpVotes = comment.UpVotes + (vote == 1 ? 1 : 0) - (before == 1 ? 1 : 0),
            DownVotes = comment.DownVotes + (vote == -1 ? 1 : 0) - (before == -1 ? 1 : 0),
        };
    }

    public void Purge(CommentId id, DateTimeOffset at)
    {
        var comment = _comments[id];
        foreach (var vote in _votes.Keys.Where(v => v.Item1 == id).ToList())
        {
            _votes.Remove(vote);
        }

        _comments[id] = comment with
        {
            By = new Commenter { Name = "" },
            OwnerKey = null,
            Markdown = "",
            Html = "",
            PlainText = "",
            Status = CommentStatus.Deleted,
            StatusBeforeRemoval = null,
            IsPinned = false,
            UpVotes = 0,
            DownVotes = 0,
            Reactions = [],
            RemoteAddress = null,
            UserAgent = null,
            Decision = comment.Decision.WithoutText(),
            Hold = null,
            StatusChangedAt = comment.Status is CommentStatus.Deleted ? comment.StatusChangedAt : at,
            PurgedAt = at,
            Version = comment.Version + 1,
        };
        DropEmpty(id);
    }

    public void Move(CommentId id, PostId postId, CommentId? parentId)
    {
        var parent = parentId is { } above ? _comments[above] : null;
        Place(_comments[id] with { ParentId = parentId }, postId, parent?.RootId ?? id, parent is null ? 0 : parent.Depth + 1);
    }

    public bool IsWithin(CommentId id, CommentId top) =>
        id == top || (_comments[id].ParentId is { } parent && IsWithin(parent, top));

    private void Place(Comment comment, PostId postId, CommentId rootId, int depth)
    {
        _comments[comment.Id] = comment with { PostId = postId, RootId = rootId, Depth = depth, Version = comment.Version + 1 };
        foreach (var answer in _comments.Values.Where(c => c.ParentId == comment.Id).ToList())
        {
            Place(answer, postId, rootId, depth + 1);
        }
    }

    private void DropEmpty(CommentId id)
    {
        var comment = _comments[id];
        if (comment.PurgedAt is not null && _comments.Values.All(c => c.ParentId != id))
        {
            _comments.Remove(id);
            if (comment.ParentId is { } parent)
            {
                DropEmpty(parent);
            }
        }
    }
}
