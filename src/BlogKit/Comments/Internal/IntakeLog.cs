using BlogKit.Moderation;
using Microsoft.Extensions.Logging;

namespace BlogKit.Internal;

/// <summary>What taking in comments logs. No message carries an address, a name or a text of a commenter.</summary>
internal static partial class IntakeLog
{
    [LoggerMessage(2, LogLevel.Information, "Comment {CommentId} under post {PostId}: {Outcome}.")]
    public static partial void CommentSubmitted(ILogger logger, CommentId commentId, PostId postId, ModerationOutcome outcome);

    [LoggerMessage(7, LogLevel.Information, "Comment {CommentId} under post {PostId} has another text: {Outcome}.")]
    public static partial void CommentEdited(ILogger logger, CommentId commentId, PostId postId, ModerationOutcome outcome);
}
