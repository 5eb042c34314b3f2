using BlogKit.Storage;

namespace BlogKit.Specification;

/// <summary>
/// A thread as the contracts define it, computed naively and by recursion from the plain list of all comments.
/// Knows nothing of any store.
/// </summary>
internal sealed class ReferenceThread
{
    private readonly Dictionary<CommentId, Comment> _comments;
    private readonly ILookup<CommentId, Comment> _answers;
    private readonly Dictionary<CommentId, bool> _present = [];

    public ReferenceThread(IEnumerable<Comment> comments)
    {
        _comments = comments.ToDictionary(static c => c.Id);
        _answers = _comments.Values
            .Where(static c => c.ParentId is not null)
            .OrderBy(static c => c.Id)
            .ToLookup(static c => c.ParentId!.Value);
    }

    public IEnumerable<Comment> All => _comments.Values.OrderBy(static c => c.Id);

    public ThreadCounts Counts => new()
    {
        Approved = Count(CommentStatus.Approved),
        Pending = Count(CommentStatus.Pending),
        Spam = Count(CommentStatus.Spam),
        Trashed = Count(CommentStatus.Trashed),
        Deleted = Count(CommentStatus.Deleted),
    };

    public bool IsPresent(Comment comment)
    {
        if (!_present.TryGetValue(comment.Id, out var present))
        {
            present = comment.Status is CommentStatus.Approved || _answers[comment.Id].Any(IsPresent);
            _present[comment.Id] = present;
        }

        return present;
    }

    public List<Comment> Roots(ThreadSort sort)
    {
        var roots = _comments.Values.Where(c => c.ParentId is null && IsPresent(c)).ToList();
        return sort switch
        {
            ThreadSort.Newest => [.. roots.OrderByDescending(static c => c.Id)],
            ThreadSort.Best => [.. roots.OrderByDescending(Score).ThenBy(static c => c.Id)],
            _ => [.. roots.OrderBy(static c => c.Id)],
        };
    }

    public static double Score(Comment comment) => WilsonScore.ComputeLowerBound(comment.UpVotes, comment.DownVotes);

    /// <summary>What is present below a comment, in reading order.</summary>
    public List<Comment> Below(Comment comment) =>
        [.. _answers[comment.Id].Where(IsPresent).SelectMany(answer => Below(answer).Prepend(answer))];

    public ThreadRow Row(Comment comment) => new()
    {
        Id = comment.Id,
        PostId = comment.PostId,
        ParentId = comment.ParentId,
        RootId = comment.RootId,
        Depth = comment.Depth,
        Status = comment.Status,
        Kind = comment.Kind,
        CommenterKind = comment.By.Kind,
        Name = comment.By.Name,
        Url = comment.By.Url,
        AvatarUrl = comment.By.AvatarUrl,
        AuthorId = comment.By.AuthorId,
        OwnerKey = comment.OwnerKey,
        Html = comment.Html,
        CreatedAt = comment.CreatedAt,
        EditedAt = comment.EditedAt,
        IsPinned = comment.IsPinned,
        UpVotes = comment.UpVotes,
        DownVotes = comment.DownVotes,
        Reactions = comment.Reactions,
        Version = comment.Version,
        ShownReplies = comment.ParentId is null ? ShownBelow(comment) : 0,
        ParentName = comment.ParentId is { } id && _comments[id] is { Status: CommentStatus.Approved } parent ? parent.By.Name : null,
    };

    public ImmutableArray<ThreadParticipant> Participants() =>
    [
        .. _comments.Values.Where(static c => c.Status is CommentStatus.Approved)
            .OrderByDescending(static c => c.Id)
            .DistinctBy(static c => c.By.Name, StringComparer.Ordinal)
            .Select(static c => new ThreadParticipant(c.By.Name, c.Id)),
    ];

    private int ShownBelow(Comment comment) =>
        _answers[comment.Id].Sum(answer => ShownBelow(answer) + (answer.Status is CommentStatus.Approved ? 1 : 0));

    private int Count(CommentStatus status) => _comments.Values.Count(c => c.Status == status);
}
