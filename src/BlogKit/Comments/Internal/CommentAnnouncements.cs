using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>What a committed change of a comment means to those who show threads and queues.</summary>
internal static class CommentAnnouncements
{
    public static void Added(this BlogChanges changes, Comment comment)
    {
        var isShown = comment.Status is CommentStatus.Approved;
        changes.Announce(new BlogChange(comment.BlogId, isShown ? BlogChangeKind.Thread : BlogChangeKind.Queue)
        {
            PostId = comment.PostId,
            CommentId = comment.Id,
            IsArrival = isShown,
        });
    }

    public static void Changed(this BlogChanges changes, Comment before, Comment after)
    {
        var (wasShown, isShown) = (before.Status is CommentStatus.Approved, after.Status is CommentStatus.Approved);
        if (wasShown || isShown)
        {
            changes.Announce(new BlogChange(after.BlogId, BlogChangeKind.Thread)
            {
                PostId = after.PostId,
                CommentId = after.Id,
                IsArrival = isShown && !wasShown,
            });
        }

        changes.InQueue(after);
    }

    /// <summary>Something about a comment that moderators see.</summary>
    public static void InQueue(this BlogChanges changes, Comment comment) =>
        changes.Announce(new BlogChange(comment.BlogId, BlogChangeKind.Queue) { PostId = comment.PostId, CommentId = comment.Id });

    /// <summary>The thread of a post differs in more than one comment, or in one that has no text any more.</summary>
    public static void Rearranged(this BlogChanges changes, BlogId blogId, PostId postId, CommentId? commentId = null)
    {
        changes.Announce(new BlogChange(blogId, BlogChangeKind.Thread) { PostId = postId, CommentId = commentId });
        changes.Announce(new BlogChange(blogId, BlogChangeKind.Queue) { PostId = postId, CommentId = commentId });
    }

    /// <summary>Announces a change of a comment if it was committed.</summary>
    public static async Task<SaveOutcome> AnnounceAsync(this Task<SaveOutcome> save, BlogChanges changes, Comment before, Comment after)
    {
        var outcome = await save.ConfigureAwait(false);
        if (outcome is SaveOutcome.Saved)
        {
            changes.Changed(before, after);
        }

        return outcome;
    }
}
