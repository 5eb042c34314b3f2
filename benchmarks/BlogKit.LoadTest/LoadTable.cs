namespace BlogKit.LoadTest;

/// <summary>
/// Gathers the results of all rounds by row and writes a table in Markdown: the median, and the range where it was repeated.
/// </summary>
internal sealed class LoadTable
{
    private const int Hundred = 100;
    private readonly List<(string Row, string[] Against, List<LoadResult> Results)> _rows = [];

    /// <summary>Adds the result of a round.</summary>
    /// <param name="row">The name of the row.</param>
    /// <param name="result">What was measured.</param>
    /// <param name="against">The rows that it is compared with, round by round.</param>
    public void Add(string row, LoadResult result, params string[] against)
    {
        var at = _rows.FindIndex(r => r.Row == row);
        if (at < 0)
        {
            _rows.Add((row, against, [result]));
            return;
        }

        _rows[at].Results.Add(result);
    }

    /// <summary>Forgets all rows.</summary>
    public void Clear() => _rows.Clear();

    public void Write(TextWriter output)
    {
        output.WriteLine("| what | answers/s | rate against | server time | time against | median | p99 | failures (≥ 500) | others |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (row, against, results) in _rows)
        {
            string[] cells =
            [
                row,
                Spread.Text(results.Select(static r => r.Rate)),
                Ratios(results, against, static r => r.Rate),
                Milliseconds(results, static r => r.ServerTime),
                Ratios(results, against, static r => r.ServerTime.TotalMilliseconds),
                Milliseconds(results, static r => r.Median),
                Milliseconds(results, static r => r.Slowest),
                $"{results.Sum(static r => r.Failures):D} ({results.Sum(static r => r.ServerErrors):D})",
                Others([.. results.Select(static r => r.Others).OfType<double>()]),
            ];
            output.WriteLine($"| {string.Join(" | ", cells)} |");
        }

        output.WriteLine();
    }

    private string Ratios(List<LoadResult> results, string[] against, Func<LoadResult, double> value) => string.Join(
        ", ",
        against.Select(other =>
        {
            var ratios = results.Zip(_rows.Find(r => r.Row == other).Results, (r, baseline) => value(r) / value(baseline));
            return $"{Spread.Digits(Spread.Median(ratios))} × {other}";
        }));

    private static string Others(double[] parts) =>
        parts.Length == 0 ? "" : Spread.Text(parts.Select(static p => p * Hundred)) + " %";

    // Zero stands for what was not measured.
    private static string Milliseconds(List<LoadResult> results, Func<LoadResult, TimeSpan> time) =>
        results.All(r => time(r) == TimeSpan.Zero) ? "" : Spread.Text(results.Select(r => time(r).TotalMilliseconds)) + " ms";
}
