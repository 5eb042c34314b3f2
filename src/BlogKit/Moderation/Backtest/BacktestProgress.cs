namespace BlogKit;

/// <summary>How far a backtest has come.</summary>
/// <param name="Read">Comments read.</param>
/// <param name="Judged">Comments judged.</param>
/// <param name="Total">Comments there were when it began.</param>
public sealed record BacktestProgress(long Read, long Judged, long Total);
