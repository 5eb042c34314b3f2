using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Reads what a host logged.</summary>
internal static class LogReading
{
    /// <summary>The lines of a level and above, oldest first, each with its category and exception.</summary>
    public static IReadOnlyList<string> At(this FakeLoggerProvider log, LogLevel least) => log.Collector.At(least, clear: false);

    /// <summary>The lines of a level and above; when told to, nothing of what was logged is kept.</summary>
    public static IReadOnlyList<string> At(this FakeLogCollector collector, LogLevel least, bool clear) =>
        [.. collector.GetSnapshot(clear).Where(r => r.Level >= least).Select(static r => $"{r.Category}: {r.Message} {r.Exception}")];
}
