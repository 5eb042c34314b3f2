using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>What is written into the log about a comment, and what came of writing it.</summary>
internal static class CommentRecords
{
    /// <summary>The line of the log about what was done.</summary>
    /// <param name="comment">The comment as it is afterwards.</param>
    /// <param name="action">What was done.</param>
    /// <param name="from">Its status before; null when there was none.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="at">When.</param>
    public static ModerationRecord Of(
        Comment comment, ModerationAction action, CommentStatus? from, Actor actor, DateTimeOffset at) => new()
        {
            CommentId = comment.Id,
            BlogId = comment.BlogId,
            Revision = comment.Revision,
            Action = action,
            From = from,
            To = comment.Status,
            ActorKey = actor.Key ?? ActorKey.Anonymous,
            At = at,
        };

    /// <summary>The comment as it is stored now, or why it is not.</summary>
    public static Result<Comment> Saved(SaveOutcome outcome, Comment comment) => outcome switch
    {
        SaveOutcome.Saved => comment with { Version = comment.Version + 1 },
        SaveOutcome.Missing => Errors.CommentNotFound,
        _ => Errors.Changed("comment"),
    };
}
