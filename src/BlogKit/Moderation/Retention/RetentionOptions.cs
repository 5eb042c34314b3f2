using BlogKit.Internal;

namespace BlogKit;

/// <summary>How long what is not shown is kept.</summary>
public sealed class RetentionOptions
{
    /// <summary>After how many days spam is erased, counted from when it became spam. Default 30; 1 to 3,650, or null = never.</summary>
    public int? SpamDays { get; set; } = 30;

    /// <summary>After how many days what a moderator took down is erased. Default 30; 1 to 3,650, or null = never.</summary>
    public int? TrashDays { get; set; } = 30;

    /// <summary>How many comments are read at a time. Default 200; 1 to 1,000.</summary>
    public int BatchSize { get; set; } = 200;

    /// <summary>How often <c>AddModerationMaintenance</c> empties. Default 6 hours; 1 minute to 7 days.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromHours(6);

    internal void Check(string path, ICollection<string> failures)
    {
        OptionChecks.Range(failures, $"{path}:{nameof(SpamDays)}", SpamDays ?? 1, 1, 3_650);
        OptionChecks.Range(failures, $"{path}:{nameof(TrashDays)}", TrashDays ?? 1, 1, 3_650);
        OptionChecks.Range(failures, $"{path}:{nameof(BatchSize)}", BatchSize, 1, 1_000);
        OptionChecks.Range(failures, $"{path}:{nameof(Every)}", Every, TimeSpan.FromMinutes(1), TimeSpan.FromDays(7));
    }
}
