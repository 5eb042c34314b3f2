namespace BlogKit.Moderation;

/// <summary>The options of retention: how long comments that are not shown, and rows of the change feed, are kept.</summary>
public sealed class RetentionOptions
{
    private static readonly TimeSpan s_shortestAge = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_longestAge = TimeSpan.FromDays(3_650);

    /// <summary>
    /// The time after which a comment that was marked as spam is erased. Default 30 days; 1 hour to 3,650 days, or null = never.
    /// </summary>
    public TimeSpan? SpamAge { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The time after which a trashed comment is erased. Default 30 days; 1 hour to 3,650 days, or null = never.</summary>
    public TimeSpan? TrashAge { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// The time after which a row of the change feed is deleted, by every host while it runs and by <see cref="RetentionService"/>. Whoever
    /// follows the feed and was away for longer reads the blog anew. Default 30 days; 1 hour to 3,650 days, or null = never.
    /// </summary>
    public TimeSpan? ChangeAge { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How many comments are read at a time. Default 200; 1 to 1,000.</summary>
    public int BatchSize { get; set; } = 200;

    /// <summary>
    /// The interval at which <c>AddModerationMaintenance</c> erases, and at which every host trims the change feed. Default 6 hours;
    /// 1 minute to 7 days.
    /// </summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromHours(6);

    internal void Check(string path, ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, $"{path}:{nameof(SpamAge)}", SpamAge ?? s_longestAge, s_shortestAge, s_longestAge);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(TrashAge)}", TrashAge ?? s_longestAge, s_shortestAge, s_longestAge);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(ChangeAge)}", ChangeAge ?? s_longestAge, s_shortestAge, s_longestAge);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(BatchSize)}", BatchSize, 1, 1_000);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(Every)}", Every, TimeSpan.FromMinutes(1), TimeSpan.FromDays(7));
    }
}
