namespace BlogKit.Moderation;

/// <summary>How far a backtest has come.</summary>
public sealed record BacktestProgress
{
    /// <summary>Comments read.</summary>
    public long Read { get; init; }

    /// <summary>Comments judged.</summary>
    public long Judged { get; init; }

    /// <summary>Comments there were when it began.</summary>
    public long Total { get; init; }
}
