using System.Collections.Immutable;
using BlogKit.Storage;

namespace BlogKit.Moderation.Tests;

/// <summary>A log that tests write by hand.</summary>
internal sealed class WrittenLog : IModerationLogStore
{
    private readonly List<LoggedComment> _records = [];

    public BlogId BlogId { get; } = BlogId.From(Guid.CreateVersion7());

    public int Reads { get; private set; }

    public bool Fails { get; set; }

    public long Position => _records.Count;

    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public CommentId Write(
        string text,
        ModerationAction action,
        CommentId? id = null,
        string actor = "author:editor",
        string writer = "somebody",
        CommentStatus to = CommentStatus.Approved,
        int revision = 1,
        bool byPolicies = false,
        string? owner = null)
    {
        var commentId = id ?? CommentId.From(Guid.CreateVersion7());
        var decision = new ModerationDecision { Outcome = ModerationOutcome.Approve, Findings = [], DecidedAt = Now };
        _records.Add(new LoggedComment(
            new ModerationRecord
            {
                Position = _records.Count + 1,
                CommentId = commentId,
                BlogId = BlogId,
                Revision = revision,
                Action = action,
                To = to,
                ActorKey = ActorKey.Parse(actor),
                Decision = byPolicies ? decision : null,
                At = Now,
            },
            new Comment
            {
                Id = commentId,
                BlogId = BlogId,
                PostId = PostId.From(Guid.CreateVersion7()),
                RootId = commentId,
                By = new Commenter { Name = "Gus", Email = $"{writer}@example.org" },
                OwnerKey = owner is null ? null : ActorKey.Parse(owner),
                Markdown = text,
                Html = text,
                PlainText = text,
                RendererVersion = 1,
                Decision = decision,
                CreatedAt = Now,
            }));
        return commentId;
    }

    /// <summary>Forty decisions of either kind, each about another writer.</summary>
    public void WriteLessons(int count = 40)
    {
        for (var i = 0; i < count; i++)
        {
            Write(TrainedModels.Spam(i), ModerationAction.MarkedSpam, writer: $"s{_records.Count}");
            Write(TrainedModels.Ham(i), ModerationAction.Approved, writer: $"h{_records.Count}");
        }
    }

    public Task<ImmutableArray<ModerationRecord>> ListAsync(LogQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<ModerationRecord>>([.. _records.Select(r => r.Record).Reverse().Take(query.Size)]);

    public Task<ImmutableArray<ModerationRecord>> ListAllOfOperationAsync(
        BlogId blogId, Guid operationId, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<ModerationRecord>>([]);

    public Task<ImmutableArray<ModerationRecord>> ListAllOfCommentAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<ModerationRecord>>(
            [.. _records.Select(r => r.Record).Where(r => r.BlogId == blogId && r.CommentId == id)]);

    public Task<ImmutableArray<LoggedComment>> ListAfterAsync(BlogId blogId, long position, int limit, CancellationToken cancellationToken)
    {
        Reads++;
        return Fails
            ? throw new IOException("The log cannot be read.")
            : Task.FromResult<ImmutableArray<LoggedComment>>(blogId == BlogId ? [.. _records.Skip((int)position).Take(limit)] : []);
    }
}
