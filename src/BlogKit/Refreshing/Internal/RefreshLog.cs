using Microsoft.Extensions.Logging;

namespace BlogKit.Internal;

/// <summary>What rendering again logs. No message carries an address, a name or a text of a commenter.</summary>
internal static partial class RefreshLog
{
    [LoggerMessage(5, LogLevel.Information, "Rendered {Posts} posts and {Comments} comments again with renderer version {Version}.")]
    public static partial void RenderedAgain(ILogger logger, int posts, int comments, int version);
}
