using System.Diagnostics;
using System.Globalization;

namespace BlogKit.Benchmarks;

/// <summary>
/// What the change feed costs intake: the same comments with and without its row, in seven runs of one process. A run has two new files and
/// alternates between them every few comments, so that whatever else the machine does falls on both; its values are the medians of these.
/// </summary>
internal static class FeedCost
{
    private const int Runs = 7;
    private const int Blocks = 80;
    private const int BlockSize = 48;
    private const string Text = "A hive in late March is **louder** than you remember, and the first warm noon empties it.";

    public static async Task MeasureAsync()
    {
        await MeasureAsync("whole intake, FULL, 1 submitter", with => Intake(SqliteSynchronous.Full, with), 1);
        await MeasureAsync("whole intake, FULL, 8 submitters", with => Intake(SqliteSynchronous.Full, with), 8);
        await MeasureAsync("store alone, FULL, 1 submitter", with => Store(SqliteSynchronous.Full, with), 1);
        await MeasureAsync("store alone, FULL, 8 submitters", with => Store(SqliteSynchronous.Full, with), 8);
        await MeasureAsync("store alone, NORMAL, 1 submitter", with => Store(SqliteSynchronous.Normal, with), 1);
    }

    private static async Task MeasureAsync(string what, Func<bool, (Func<Task> Submit, IDisposable Blog)> open, int submitters)
    {
        var (with, without) = (new List<Cost>(), new List<Cost>());
        for (var run = 0; run < Runs; run++)
        {
            var (withFeed, withBlog) = open(true);
            var (bare, bareBlog) = open(false);
            using var first = withBlog;
            using var second = bareBlog;
            var (ofRun, ofBare) = (new List<Cost>(), new List<Cost>());
            for (var block = 0; block < Blocks; block++)
            {
                if (block % 2 == 0)
                {
                    ofRun.Add(await TakeAsync(withFeed, submitters));
                    ofBare.Add(await TakeAsync(bare, submitters));
                }
                else
                {
                    ofBare.Add(await TakeAsync(bare, submitters));
                    ofRun.Add(await TakeAsync(withFeed, submitters));
                }
            }

            // The first blocks fill caches and let the code be compiled.
            with.Add(Median(ofRun[(Blocks / 8)..]));
            without.Add(Median(ofBare[(Blocks / 8)..]));
        }

        Console.WriteLine($"{what}:");
        Report("time", static cost => cost.Time);
        Report("processor", static cost => cost.Processor);

        void Report(string kind, Func<Cost, double> value)
        {
            var ratios = without.Zip(with, (off, on) => value(off) / value(on));
            Console.WriteLine(
                $"    {kind}: without {Spread(without.Select(value), "0")} µs, with {Spread(with.Select(value), "0")} µs a comment; "
                + $"rate with / without {Spread(ratios, "0.000")}");
        }
    }

    private static (Func<Task> Submit, IDisposable Blog) Intake(SqliteSynchronous synchronous, bool leavesChanges)
    {
        var blog = new CommentIntake(synchronous, leavesChanges);
        return (() => blog.SubmitAsync(Text), blog);
    }

    private static (Func<Task> Submit, IDisposable Blog) Store(SqliteSynchronous synchronous, bool leavesChanges)
    {
        var blog = new SqliteBlog(synchronous, leavesChanges);
        return (() => blog.Store.AddAsync(blog.NewAddition(blog.PostId), CancellationToken.None), blog);
    }

    private static async Task<Cost> TakeAsync(Func<Task> submit, int submitters)
    {
        var (since, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, submitters).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < BlockSize / submitters; i++)
            {
                await submit();
            }
        })));
        return new Cost(
            Stopwatch.GetElapsedTime(since).TotalMicroseconds / BlockSize, (Environment.CpuUsage.TotalTime - used).TotalMicroseconds / BlockSize);
    }

    private static Cost Median(List<Cost> costs) =>
        new(Median(costs.Select(static cost => cost.Time)), Median(costs.Select(static cost => cost.Processor)));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static string Spread(IEnumerable<double> values, string format)
    {
        double[] all = [.. values];
        return string.Join(' ', Text(Median(all)), $"({Text(all.Min())}–{Text(all.Max())})");

        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Microseconds a comment, by the clock and of the processor.</summary>
    private readonly record struct Cost(double Time, double Processor);
}
