using Microsoft.Extensions.Logging;

namespace BlogKit.Internal;

/// <summary>What becomes of posts, for the log. No message carries an address, a name or a text of a commenter.</summary>
internal static partial class PostLog
{
    [LoggerMessage(4, LogLevel.Information, "Post {PostId} is now {Status}.")]
    public static partial void PostStatusChanged(ILogger logger, PostId postId, PostStatus status);

    [LoggerMessage(
        8,
        LogLevel.Warning,
        "Post {PostId} was saved, but whether its rendering is still allowed could not be read: its text is rendered again when it is "
        + "saved again, or its authors' roles change.")]
    public static partial void NotLookedAtAgain(ILogger logger, PostId postId, Exception fault);

    [LoggerMessage(9, LogLevel.Warning, "Post {PostId} could not be rendered again after a change of roles or language; others were.")]
    public static partial void NotRenderedAgain(ILogger logger, PostId postId, Exception fault);
}
