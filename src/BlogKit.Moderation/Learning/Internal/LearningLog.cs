using Microsoft.Extensions.Logging;

namespace BlogKit.Moderation.Internal;

/// <summary>What the learning filter logs. No message carries a text of a commenter.</summary>
internal static partial class LearningLog
{
    [LoggerMessage(60, LogLevel.Warning, "The learning filter of blog {BlogId} could not catch up; it judges by what it knew before.")]
    public static partial void NotCaughtUp(ILogger logger, BlogId blogId, Exception fault);

    [LoggerMessage(61, LogLevel.Information, "The learning filter of blog {BlogId} learned {Lessons} lessons, up to record {Position}.")]
    public static partial void Learned(ILogger logger, BlogId blogId, int lessons, long position);

    [LoggerMessage(62, LogLevel.Warning, "The stored model {Key} is of another form; it is learned anew.")]
    public static partial void OtherForm(ILogger logger, string key);
}
