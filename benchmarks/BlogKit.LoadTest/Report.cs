using System.Globalization;

namespace BlogKit.LoadTest;

/// <summary>Writes the table of a run in Markdown.</summary>
internal static class Report
{
    public static void Head()
    {
        Console.WriteLine("| what | answers/s | against its baseline | median | p99 | server time each | failures |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
    }

    public static void Line(string what, LoadResult result, LoadResult? baseline) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {what} | {result.Rate:N0} | {(baseline is null ? "1" : (result.Rate / baseline.Rate).ToString("F2", CultureInfo.InvariantCulture))} | {Milliseconds(result.Median)} | {Milliseconds(result.Slowest)} | {(result.ServerTime is { } time ? Milliseconds(time) : "")} | {result.Failures} |"));

    private static string Milliseconds(TimeSpan time) =>
        time == TimeSpan.Zero ? "" : time.TotalMilliseconds.ToString("F2", CultureInfo.InvariantCulture) + " ms";
}
