using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BlogKit.AspNetCore.Tests;

/// <summary>What a host logs.</summary>
internal sealed class LogMemory : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _entries = new();

    public IReadOnlyList<string> At(LogLevel least) => [.. _entries.Where(e => e.Level >= least).Select(static e => e.Text)];

    public ILogger CreateLogger(string categoryName) => new Logger(_entries, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<(LogLevel, string)> entries, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue((logLevel, $"{category}: {formatter(state, exception)} {exception}"));
    }
}
