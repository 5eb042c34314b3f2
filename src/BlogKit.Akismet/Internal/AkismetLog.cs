using Microsoft.Extensions.Logging;

namespace BlogKit.Internal;

internal static partial class AkismetLog
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "Akismet could not be asked ({Call}): {Fault}. {Help}")]
    public static partial void CallFailed(ILogger logger, string call, AkismetFault fault, string? help, Exception? exception);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "Akismet warns about the account (code {Code}): {Message}")]
    public static partial void Alerted(ILogger logger, string? code, string? message);
}
