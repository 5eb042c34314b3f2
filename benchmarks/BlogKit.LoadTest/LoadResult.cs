namespace BlogKit.LoadTest;

/// <summary>What came of a measurement.</summary>
/// <param name="Rate">Successful answers in a second.</param>
/// <param name="Median">Half of the answers took no longer.</param>
/// <param name="Slowest">99 of 100 answers took no longer.</param>
/// <param name="Failures">Answers that were no success.</param>
internal sealed record LoadResult(double Rate, TimeSpan Median, TimeSpan Slowest, int Failures)
{
    /// <summary>Processor time the server took for each answer; null where it was not measured.</summary>
    public TimeSpan? ServerTime { get; init; }
}
