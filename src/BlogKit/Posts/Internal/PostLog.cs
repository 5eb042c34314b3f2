using Microsoft.Extensions.Logging;

namespace BlogKit.Internal;

/// <summary>What becomes of posts, for the log. No message carries an address, a name or a text of a commenter.</summary>
internal static partial class PostLog
{
    [LoggerMessage(4, LogLevel.Information, "Post {PostId} is now {Status}.")]
    public static partial void PostStatusChanged(ILogger logger, PostId postId, PostStatus status);
}
