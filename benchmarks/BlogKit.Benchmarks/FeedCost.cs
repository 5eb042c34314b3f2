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
        var (with, without) = (new List<double>(), new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            var (withFeed, withBlog) = open(true);
            var (bare, bareBlog) = open(false);
            using var first = withBlog;
            using var second = bareBlog;
            var (ofRun, ofBare) = (new List<double>(), new List<double>());
            for (var block = 0; block < Blocks; block++)
            {
                if (block % 2 == 0)
                {
                    ofRun.Add(await TimeAsync(withFeed, submitters));
                    ofBare.Add(await TimeAsync(bare, submitters));
                }
                else
                {
                    ofBare.Add(await TimeAsync(bare, submitters));
                    ofRun.Add(await TimeAsync(withFeed, submitters));
                }
            }

            // The first blocks fill caches and let the code be compiled.
            with.Add(Median(ofRun[(Blocks / 8)..]));
            without.Add(Median(ofBare[(Blocks / 8)..]));
        }

        var ratios = without.Zip(with, static (off, on) => off / on).ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: without {Spread(without, "0")} µs, with {Spread(with, "0")} µs a comment; rate with / without {Spread(ratios, "0.000")}"));
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

    /// <summary>Microseconds a comment.</summary>
    private static async Task<double> TimeAsync(Func<Task> submit, int submitters)
    {
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, submitters).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < BlockSize / submitters; i++)
            {
                await submit();
            }
        })));
        return Stopwatch.GetElapsedTime(since).TotalMicroseconds / BlockSize;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Spread(List<double> values, string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Median(values).ToString(format, CultureInfo.InvariantCulture)} ({values.Min().ToString(format, CultureInfo.InvariantCulture)}–{values.Max().ToString(format, CultureInfo.InvariantCulture)})");
}
