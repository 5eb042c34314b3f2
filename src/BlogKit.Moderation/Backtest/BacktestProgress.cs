namespace BlogKit.Moderation;

/// <summary>The progress of a backtest.</summary>
public sealed record BacktestProgress
{
    /// <summary>The number of comments read.</summary>
    public long Read { get; init; }

    /// <summary>The number of comments judged.</summary>
    public long Judged { get; init; }

    /// <summary>The number of comments there were when it began.</summary>
    public long Total { get; init; }
}
