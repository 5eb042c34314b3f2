namespace BlogKit.LoadTest;

/// <summary>The outcome of one measurement.</summary>
/// <param name="Rate">Successful answers in a second.</param>
/// <param name="Median">Half of the successful answers took no longer.</param>
/// <param name="Slowest">99 of 100 successful answers took no longer.</param>
/// <param name="Failures">Answers that were not the expected one, and connections that broke.</param>
/// <param name="ServerErrors">The failures with a status of 500 or above.</param>
/// <param name="ServerTime">Processor time of the server for each answer, failures included.</param>
/// <param name="Others">
/// The part of the machine's processor time, 0 to 1, that neither the server nor the client used; null where the system does not tell.
/// </param>
internal sealed record LoadResult(
    double Rate, TimeSpan Median, TimeSpan Slowest, int Failures, int ServerErrors, TimeSpan ServerTime, double? Others);
