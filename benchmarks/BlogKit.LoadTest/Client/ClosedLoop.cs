using System.Diagnostics;

namespace BlogKit.LoadTest;

/// <summary>
/// Workers that each ask again as soon as they were answered, or at a steady pace, for a given time; before it they do the same for the
/// time to warm up.
/// </summary>
/// <param name="settings">The times.</param>
/// <param name="meter">The processor time of what is asked.</param>
internal sealed class ClosedLoop(LoadSettings settings, ProcessorMeter meter)
{
    /// <summary>Measures it.</summary>
    /// <param name="workers">How many ask at the same time.</param>
    /// <param name="expected">The status of a success.</param>
    /// <param name="pace">
    /// The time between two requests of a worker, each counted from the moment when it should have been sent; zero = as fast as it is
    /// answered.
    /// </param>
    /// <param name="ask">Asks once, as the worker of this number, and returns the status.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<LoadResult> RunAsync(
        int workers, int expected, TimeSpan pace, Func<int, CancellationToken, ValueTask<int>> ask, CancellationToken cancellationToken)
    {
        await RunForAsync(settings.WarmUp, workers, expected, pace, ask, cancellationToken);
        var before = meter.Read();
        var watch = Stopwatch.StartNew();
        var parts = await RunForAsync(settings.Seconds, workers, expected, pace, ask, cancellationToken);
        var elapsed = watch.Elapsed;
        var used = meter.Read() - before;
        long[] times = [.. parts.SelectMany(static p => p.Times).Order()];
        var failures = parts.Sum(static p => p.Failures);
        return new LoadResult(
            times.Length / elapsed.TotalSeconds,
            At(times, 0.5),
            At(times, 0.99),
            failures,
            parts.Sum(static p => p.ServerErrors),
            used.Server / Math.Max(1, times.Length + failures),
            used.Others(elapsed));
    }

    private static Task<LoopPart[]> RunForAsync(
        int seconds,
        int workers,
        int expected,
        TimeSpan pace,
        Func<int, CancellationToken, ValueTask<int>> ask,
        CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var until = start + (seconds * Stopwatch.Frequency);

        // A thread for each: a connection blocks its own, and the pool would give out too few.
        return Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Factory.StartNew(
            async () =>
            {
                var part = new LoopPart();
                var due = start + (Ticks(pace) * worker / workers);
                while (Stopwatch.GetTimestamp() < until && !cancellationToken.IsCancellationRequested)
                {
                    var sent = Stopwatch.GetTimestamp();
                    if (pace > TimeSpan.Zero)
                    {
                        if (Stopwatch.GetElapsedTime(sent, due) is { Ticks: > 0 } early)
                        {
                            Thread.Sleep(early);
                        }

                        sent = due;
                        due += Ticks(pace);
                    }

                    part.Add(await ask(worker, cancellationToken), expected, Stopwatch.GetElapsedTime(sent).Ticks);
                }

                return part;
            },
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);

    private static TimeSpan At(long[] sorted, double share) =>
        sorted.Length == 0 ? TimeSpan.Zero : new TimeSpan(sorted[(int)((sorted.Length - 1) * share)]);
}
