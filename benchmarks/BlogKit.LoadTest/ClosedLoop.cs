using System.Diagnostics;

namespace BlogKit.LoadTest;

/// <summary>Workers that each ask again as soon as they were answered, for a given time after a second to warm up.</summary>
internal static class ClosedLoop
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>Measures it; the times of failures are left out.</summary>
    /// <param name="seconds">How long is measured.</param>
    /// <param name="workers">How many ask at the same time.</param>
    /// <param name="ask">Asks once, as the worker of this number; false for an answer that is no success.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<LoadResult> RunAsync(
        int seconds, int workers, Func<int, CancellationToken, Task<bool>> ask, CancellationToken cancellationToken)
    {
        await RunForAsync(WarmUp, workers, ask, cancellationToken);
        var watch = Stopwatch.StartNew();
        var (times, failures) = await RunForAsync(TimeSpan.FromSeconds(seconds), workers, ask, cancellationToken);
        times.Sort();
        return new LoadResult(times.Count / watch.Elapsed.TotalSeconds, At(times, 0.5), At(times, 0.99), failures);
    }

    private static async Task<(List<TimeSpan> Times, int Failures)> RunForAsync(
        TimeSpan time, int workers, Func<int, CancellationToken, Task<bool>> ask, CancellationToken cancellationToken)
    {
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var results = await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(
            async () =>
            {
                var own = new List<TimeSpan>();
                var failures = 0;
                while (Stopwatch.GetTimestamp() < until)
                {
                    var started = Stopwatch.GetTimestamp();
                    if (await ask(worker, cancellationToken))
                    {
                        own.Add(Stopwatch.GetElapsedTime(started));
                    }
                    else
                    {
                        failures++;
                    }
                }

                return (own, failures);
            },
            cancellationToken)));
        return ([.. results.SelectMany(static r => r.own)], results.Sum(static r => r.failures));
    }

    private static TimeSpan At(List<TimeSpan> sorted, double share) =>
        sorted.Count == 0 ? TimeSpan.Zero : sorted[(int)((sorted.Count - 1) * share)];
}
