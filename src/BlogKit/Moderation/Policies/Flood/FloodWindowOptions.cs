namespace BlogKit.Moderation;

/// <summary>One limit on how much may be sent in how short a time.</summary>
public sealed class FloodWindowOptions
{
    /// <summary>The comments that are counted. Default <see cref="ActivityScope.Address"/>.</summary>
    public ActivityScope Scope { get; set; }

    /// <summary>The number of comments allowed in <see cref="Per"/>; the next is too many.</summary>
    public int Maximum { get; set; } = 5;

    /// <summary>The length of the window, which slides: it always ends now.</summary>
    public TimeSpan Per { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The outcome for a comment that is too many. Null (the default) = <see cref="ModerationOutcome.Reject"/> for an address or a writer,
    /// who can wait, and <see cref="ModerationOutcome.Hold"/> for a post or the blog, where everybody else would suffer.
    /// </summary>
    public ModerationOutcome? Outcome { get; set; }

    internal ModerationOutcome OutcomeInForce =>
        Outcome ?? (Scope is ActivityScope.Address or ActivityScope.Writer ? ModerationOutcome.Reject : ModerationOutcome.Hold);

    internal void Check(string path, ICollection<string> failures)
    {
        OptionChecks.CheckDefined(failures, $"{path}:Scope", Scope);
        OptionChecks.CheckRange(failures, $"{path}:Maximum", Maximum, 1, 1_000);
        OptionChecks.CheckRange(failures, $"{path}:Per", Per, TimeSpan.FromSeconds(1), TimeSpan.FromDays(7));
        if (Outcome is { } outcome)
        {
            OptionChecks.CheckDefined(failures, $"{path}:Outcome", outcome);
        }
    }
}
