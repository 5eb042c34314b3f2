using Microsoft.Extensions.Logging;

namespace BlogKit.Internal;

internal static partial class AILog
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Warning, Message = "A model gave no answer that counts: {Fault}.")]
    public static partial void CallFailed(ILogger logger, AIFault fault, Exception? exception);
}
