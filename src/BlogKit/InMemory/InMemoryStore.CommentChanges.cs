using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<AdditionResult> AddAsync(CommentAddition addition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addition);
        StorableText.Check(addition);
        return Write(
            state =>
            {
                if (Refusal(state, addition) is { } refusal)
                {
                    return (state, refusal);
                }

                var edit = Edit(state);
                edit.Insert(
                    Placed(edit, addition.Comment) with { Version = 1, StatusChangedAt = null },
                    addition.SubmissionKey,
                    addition.RequestHash,
                    addition.Fingerprints);
                edit.Changed(addition.Comment);
                edit.AddRecord(addition.Record);
                return (WithName(edit.ToState(), addition), new AdditionResult(AdditionOutcome.Added));
            },
            cancellationToken);
    }

    public Task<SaveOutcome> UpdateAsync(CommentChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        StorableText.Check(change);
        return Change(
            change.Comment.BlogId,
            change.Comment.Id,
            change.Comment.Version,
            change.Record is { Action: not (ModerationAction.Purged or ModerationAction.Moved) } made ? made : null,
            (edit, node) =>
            {
                Update(edit, node, change);
                return SaveOutcome.Saved;
            },
            cancellationToken);
    }

    public Task<SaveOutcome> PurgeAsync(
        BlogId blogId, CommentId id, long version, ModerationRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        StorableText.Check(record);
        return Change(
            blogId,
            id,
            version,
            record.Action is ModerationAction.Purged ? record : null,
            (edit, node) =>
            {
                edit.ForgetName(node.Comment);
                edit.Forget(node.Comment);
                edit.AddRecord(record);
                edit.EraseLog(id);
                edit.Replace(node, Emptied(node.Comment, record.At), []);
                edit.Changed(node.Comment);
                for (var empty = edit.Find(id); empty is { Comment: { PurgedAt: not null, ParentId: var above }, Children.IsEmpty: true };)
                {
                    edit.Remove(empty);
                    if (empty.Comment.Id != id)
                    {
                        edit.Changed(empty.Comment);
                    }

                    empty = above is { } parent ? edit.Find(parent) : null;
                }

                return SaveOutcome.Saved;
            },
            cancellationToken);
    }

    public Task<SaveOutcome> RelocateAsync(CommentRelocation relocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(relocation);
        StorableText.Check(relocation.Record);
        return Change(
            relocation.BlogId,
            relocation.CommentId,
            relocation.Version,
            relocation.Record.Action is ModerationAction.Moved ? relocation.Record : null,
            (edit, node) =>
            {
                var parent = relocation.ParentId is { } parentId ? edit.Find(parentId) : null;
                if (_state.FindPost(relocation.BlogId, relocation.PostId) is null
                    || (relocation.ParentId is not null && parent?.Comment.PostId != relocation.PostId)
                    || IsWithin(edit, parent, node.Comment.Id))
                {
                    return SaveOutcome.Missing;
                }

                if (relocation.PostId != node.Comment.PostId)
                {
                    edit.Changed(node.Comment, BlogChangeKind.Thread);
                }

                edit.Move(node, relocation.PostId, parent);
                edit.Changed(node.Comment with { PostId = relocation.PostId }, BlogChangeKind.Thread);
                edit.AddRecord(relocation.Record);
                return SaveOutcome.Saved;
            },
            cancellationToken);
    }

    public Task<int> MergeAsync(
        BlogId blogId, PostId from, PostId into, ActorKey actorKey, DateTimeOffset at, CancellationToken cancellationToken)
    {
        return Write(
            state =>
            {
                if (from == into || state.FindPost(blogId, from) is null || state.FindPost(blogId, into) is null)
                {
                    return (state, 0);
                }

                var edit = Edit(state);
                var moved = 0;
                foreach (var root in state.Thread(from).ByStatus.All
                    .Select(id => state.Comments[id])
                    .Where(static n => n.Comment.ParentId is null))
                {
                    edit.Changed(root.Comment, BlogChangeKind.Thread);
                    moved += edit.Move(edit.Find(root.Comment.Id)!, into, null);
                    edit.Changed(root.Comment with { PostId = into }, BlogChangeKind.Thread);
                    edit.AddRecord(Moved(root.Comment, actorKey, at));
                }

                return moved == 0 ? (state, 0) : (edit.ToState(), moved);
            },
            cancellationToken);
    }

    public Task SaveRenderingsAsync(IReadOnlyCollection<StaleRendering> renderings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(renderings);
        foreach (var rendering in renderings)
        {
            StorableText.Check(rendering);
        }

        return Write(
            state =>
            {
                var edit = Edit(state);
                foreach (var rendering in renderings)
                {
                    if (edit.Find(rendering.CommentId) is { Comment: { PurgedAt: null } comment } node
                        && comment.BlogId == rendering.BlogId
                        && comment.Revision == rendering.Revision)
                    {
                        edit.Replace(node, comment with
                        {
                            Html = rendering.Html,
                            PlainText = rendering.PlainText,
                            RendererVersion = rendering.RendererVersion,
                        });
                        edit.Changed(comment);
                    }
                }

                return (edit.ToState(), true);
            },
            cancellationToken);
    }

    private static void Update(CommentsEdit edit, CommentNode node, CommentChange change)
    {
        edit.Replace(node, InPlaceOf(node.Comment, change.Comment, change.Record), change.Fingerprints);
        edit.Changed(node.Comment, KindOf(node.Comment.Status, change.Comment.Status));
        if (change.Record is not null)
        {
            edit.AddRecord(change.Record);
        }

        if (change.DismissFlagsAt is { } at)
        {
            edit.DismissFlags(change.Comment.Id, at);
        }

        if (change.Replaced is not null)
        {
            edit.AddRevision(change.Replaced);
        }
    }

    private Task<SaveOutcome> Change(
        BlogId blogId,
        CommentId id,
        long version,
        ModerationRecord? record,
        Func<CommentsEdit, CommentNode, SaveOutcome> change,
        CancellationToken cancellationToken) =>
        Write(
            state =>
            {
                var edit = Edit(state);
                if (edit.Find(id) is not { } node || node.Comment.BlogId != blogId)
                {
                    return (state, WasMade(state, blogId, id, record) ? SaveOutcome.Saved : SaveOutcome.Missing);
                }

                if (node.Comment.Version != version)
                {
                    return (state, WasMade(state, blogId, id, record) ? SaveOutcome.Saved : SaveOutcome.Conflict);
                }

                var outcome = change(edit, node);
                return (outcome is SaveOutcome.Saved ? edit.ToState() : state, outcome);
            },
            cancellationToken);

    /// <summary>Whether the change that left the record was committed before. Null when the record is not of such a change.</summary>
    private static bool WasMade(InMemoryState state, BlogId blogId, CommentId id, ModerationRecord? record) =>
        record is not null && state.Records.GetValueOrDefault(id, []).Any(
            r => r.Id == record.Id
                && r.BlogId == blogId
                && r.Action == record.Action
                && r.To == record.To
                && r.ActorKey == record.ActorKey
                && r.At == record.At);

    private static AdditionResult? Refusal(InMemoryState state, CommentAddition addition)
    {
        var comment = addition.Comment;
        if (Submission(state, addition.SubmissionKey) is { } stored)
        {
            return new AdditionResult(AdditionOutcome.Replayed, stored);
        }

        if (state.Comments.ContainsKey(comment.Id) || state.Records.ContainsKey(comment.Id))
        {
            return new AdditionResult(AdditionOutcome.Duplicate);
        }

        if (state.FindPost(comment.BlogId, comment.PostId) is null)
        {
            return new AdditionResult(AdditionOutcome.PostMissing);
        }

        if (comment.ParentId is { } parent
            && (state.Comments.GetValueOrDefault(parent) is not { IsApproved: true } answered || answered.Comment.PostId != comment.PostId))
        {
            return new AdditionResult(AdditionOutcome.ParentNotShown);
        }

        if (addition.CloseAfterCount is { } most && state.Thread(comment.PostId).ByStatus[CommentStatus.Approved].Count >= most)
        {
            return new AdditionResult(AdditionOutcome.Full);
        }

        if (!addition.Limits.IsDefault
            && addition.Limits.Any(limit => CountActivity(state, limit.Window, comment.BlogId, comment.PostId, null) >= limit.Maximum))
        {
            return new AdditionResult(AdditionOutcome.Flooded);
        }

        return addition.DisplayName is { } name
            && KeptName(state, comment) is { } kept
            && !string.Equals(kept, name, StringComparison.Ordinal)
            ? new AdditionResult(AdditionOutcome.OtherName)
            : null;
    }

    private InMemoryState WithName(InMemoryState state, CommentAddition addition) =>
        addition is { DisplayName: { } name, Comment: { By.UserKey: { } key } comment } && KeptName(state, comment) is null
            ? Named(state, new DisplayName(comment.BlogId, key, name, comment.CreatedAt))
            : state;

    private static string? KeptName(InMemoryState state, Comment comment) => KeptName(state, comment.BlogId, comment.By.UserKey);

    /// <summary>Root and depth as they follow from the parent now: it may have been moved since the caller looked.</summary>
    private static Comment Placed(CommentsEdit edit, Comment comment)
    {
        if (comment.ParentId is not { } parentId)
        {
            return comment with { RootId = comment.Id, Depth = 0 };
        }

        var parent = edit.Find(parentId)!.Comment;
        return comment.RootId == parent.RootId && comment.Depth == parent.Depth + 1
            ? comment
            : comment with { RootId = parent.RootId, Depth = parent.Depth + 1 };
    }

    private static Comment InPlaceOf(Comment stored, Comment given, ModerationRecord? record) => given with
    {
        BlogId = stored.BlogId,
        PostId = stored.PostId,
        ParentId = stored.ParentId,
        RootId = stored.RootId,
        Depth = stored.Depth,
        UpVotes = stored.UpVotes,
        DownVotes = stored.DownVotes,
        Reactions = stored.Reactions,
        CreatedAt = stored.CreatedAt,
        StatusChangedAt = given.Status == stored.Status || record is null ? stored.StatusChangedAt : record.At,
        Version = stored.Version + 1,
    };

    private static Comment Emptied(Comment comment, DateTimeOffset at) => comment with
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
        Appeal = null,
        StatusChangedAt = comment.Status is CommentStatus.Deleted ? comment.StatusChangedAt : at,
        PurgedAt = at,
        Version = comment.Version + 1,
    };

    private static bool IsWithin(CommentsEdit edit, CommentNode? node, CommentId top)
    {
        while (node is not null && node.Comment.Id != top)
        {
            node = node.Comment.ParentId is { } above ? edit.Find(above) : null;
        }

        return node is not null;
    }

    private static ModerationRecord Moved(Comment comment, ActorKey actorKey, DateTimeOffset at) => new()
    {
        CommentId = comment.Id,
        BlogId = comment.BlogId,
        Revision = comment.Revision,
        Action = ModerationAction.Moved,
        From = comment.Status,
        To = comment.Status,
        ActorKey = actorKey,
        At = at,
    };
}
