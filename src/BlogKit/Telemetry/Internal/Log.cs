using Microsoft.Extensions.Logging;

namespace BlogKit.Internal;

/// <summary>Every message BlogKit logs. No message carries an address, a name or a text of a commenter.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Moderation policy {Policy} failed; comment {CommentId} is held.")]
    public static partial void PolicyFailed(ILogger logger, string policy, CommentId commentId, Exception fault);

    [LoggerMessage(2, LogLevel.Information, "Comment {CommentId} under post {PostId}: {Outcome}.")]
    public static partial void CommentSubmitted(ILogger logger, CommentId commentId, PostId postId, ModerationOutcome outcome);

    [LoggerMessage(7, LogLevel.Information, "Comment {CommentId} under post {PostId} has another text: {Outcome}.")]
    public static partial void CommentEdited(ILogger logger, CommentId commentId, PostId postId, ModerationOutcome outcome);

    [LoggerMessage(3, LogLevel.Information, "Comment {CommentId}: {Action} by {ActorKey}.")]
    public static partial void CommentModerated(ILogger logger, CommentId commentId, ModerationAction action, string actorKey);

    [LoggerMessage(4, LogLevel.Information, "Post {PostId} is now {Status}.")]
    public static partial void PostStatusChanged(ILogger logger, PostId postId, PostStatus status);

    [LoggerMessage(6, LogLevel.Information, "Merged the thread of post {From} into that of {Into}: {Moved} comments by {ActorKey}.")]
    public static partial void ThreadsMerged(ILogger logger, PostId from, PostId into, int moved, string actorKey);

    [LoggerMessage(5, LogLevel.Information, "Rendered {Posts} posts and {Comments} comments again with renderer version {Version}.")]
    public static partial void RenderedAgain(ILogger logger, int posts, int comments, int version);

    [LoggerMessage(20, LogLevel.Information, "Emptied by age: {Spam} comments of the spam, {Trashed} of the trash.")]
    public static partial void Emptied(ILogger logger, int spam, int trashed);

    [LoggerMessage(21, LogLevel.Error, "Emptying spam and trash by age failed; it is tried again the next time.")]
    public static partial void MaintenanceFailed(ILogger logger, Exception fault);

    [LoggerMessage(22, LogLevel.Information, "Judged {Judged} held comments again: {Changed} are no longer held.")]
    public static partial void JudgedAgain(ILogger logger, int judged, int changed);
}
