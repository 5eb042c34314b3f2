using BlogKit.Moderation;
using Microsoft.Extensions.Logging;

namespace BlogKit.Internal;

/// <summary>What moderation logs. No message carries an address, a name or a text of a commenter.</summary>
internal static partial class ModeratingLog
{
    [LoggerMessage(1, LogLevel.Error, "Moderation policy {Policy} failed; comment {CommentId} is held.")]
    public static partial void PolicyFailed(ILogger logger, string policy, CommentId commentId, Exception fault);

    [LoggerMessage(3, LogLevel.Information, "Comment {CommentId}: {Action} by {ActorKey}.")]
    public static partial void CommentModerated(ILogger logger, CommentId commentId, ModerationAction action, ActorKey actorKey);

    [LoggerMessage(6, LogLevel.Information, "Merged the thread of post {From} into that of {Into}: {Moved} comments by {ActorKey}.")]
    public static partial void ThreadsMerged(ILogger logger, PostId from, PostId into, int moved, ActorKey actorKey);

    [LoggerMessage(
        20,
        LogLevel.Information,
        "Emptied by age: {Spam} comments of the spam, {Trashed} of the trash, {Changes} rows of the change feed.")]
    public static partial void Emptied(ILogger logger, int spam, int trashed, int changes);

    [LoggerMessage(21, LogLevel.Error, "Emptying spam and trash by age failed; it is tried again the next time.")]
    public static partial void MaintenanceFailed(ILogger logger, Exception fault);

    [LoggerMessage(24, LogLevel.Debug, "Trimmed the change feed by age: {Changes} rows.")]
    public static partial void Trimmed(ILogger logger, int changes);

    [LoggerMessage(25, LogLevel.Error, "Trimming the change feed by age failed; it is tried again the next time.")]
    public static partial void TrimmingFailed(ILogger logger, Exception fault);

    [LoggerMessage(
        23,
        LogLevel.Error,
        "The options of the policy {Policy} cannot be written, so that the version of the set does not tell when they differ.")]
    public static partial void OptionsNotWritten(ILogger logger, string policy, Exception fault);

    [LoggerMessage(22, LogLevel.Information, "Judged {Judged} held comments again: {Changed} are no longer held.")]
    public static partial void JudgedAgain(ILogger logger, int judged, int changed);
}
