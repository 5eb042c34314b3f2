namespace BlogKit.AspNetCore;

/// <summary>The options of the desk. Not to be changed after the host started.</summary>
public sealed class DeskOptions
{
    /// <summary>
    /// The number of comments on a page of the queue. Default 25; 1 to 100. A page costs a command for each and a handful more.
    /// </summary>
    public int PageSize { get; set; } = 25;

    /// <summary>
    /// The number of open pages of the desk that are told of changes at the same time, in this process. Default 200; 0 to 10,000; 0 = none.
    /// Default 200; 0 to 10,000; 0 = none is. Those beyond it get 503.
    /// </summary>
    public int LiveConnections { get; set; } = 200;

    /// <summary>The longest time a backtest may run before it is stopped. Default 60 seconds; 1 second to 1 hour.</summary>
    public TimeSpan BacktestTime { get; set; } = TimeSpan.FromSeconds(60);

    internal void Check(ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, "BlogKitWebOptions.Desk.PageSize", PageSize, 1, 100);
        OptionChecks.CheckRange(failures, "BlogKitWebOptions.Desk.LiveConnections", LiveConnections, 0, 10_000);

        if (BacktestTime < TimeSpan.FromSeconds(1) || BacktestTime > TimeSpan.FromHours(1))
        {
            failures.Add("BlogKitWebOptions.Desk.BacktestTime must be between one second and one hour.");
        }
    }
}
