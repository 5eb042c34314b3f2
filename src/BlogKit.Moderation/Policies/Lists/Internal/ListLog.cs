using Microsoft.Extensions.Logging;

namespace BlogKit.Moderation.Internal;

/// <summary>What lists log. Entries are named by their place, never quoted: they may be addresses of people.</summary>
internal static partial class ListLog
{
    [LoggerMessage(60, LogLevel.Information, "List {List} has {Entries} entries.")]
    public static partial void Loaded(ILogger logger, string list, int entries);

    [LoggerMessage(61, LogLevel.Error, "List {List} stays as it was, because what is there now has {Faults} faults. The first: {Fault}")]
    public static partial void Broken(ILogger logger, string list, int faults, string fault);

    [LoggerMessage(62, LogLevel.Error, "List {List} is used without {Faults} entries that are wrong. The first: {Fault}")]
    public static partial void Partial(ILogger logger, string list, int faults, string fault);

    [LoggerMessage(63, LogLevel.Error, "A file of list {List} cannot be read; what was read before stays in force.")]
    public static partial void Unreadable(ILogger logger, string list, Exception fault);
}
