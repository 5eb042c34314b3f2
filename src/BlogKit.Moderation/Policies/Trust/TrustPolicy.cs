namespace BlogKit.Moderation;

/// <summary>
/// Holds the comments of those who are not known yet and of those who had too much taken down. Trust rises with every approved comment and
/// falls with every strike, by account or e-mail address. Takes the place of <see cref="HoldFirstPolicy"/>. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// The standing is the number of approved comments less <see cref="TrustPolicyOptions.StrikeCost"/> for every strike. A comment that is
/// being edited does not speak for itself: its own approval does not count.
/// </remarks>
public sealed class TrustPolicy(TrustPolicyOptions options) : IModerationPolicy
{
    /// <inheritdoc/>
    public string Name => "trust";

    /// <inheritdoc/>
    public string Version { get; } = RuleVersion.Of(
        1,
        options.Enabled,
        options.KnownFrom,
        options.RegularFrom,
        options.TrustedFrom,
        options.StrikeCost,
        options.StrikeLimit,
        options.SuspectScore,
        options.TrustedOverrides);

    /// <inheritdoc/>
    public bool JudgesWriterAlone => true;

    /// <summary>Returns the level of trust in somebody with that history.</summary>
    public TrustLevel GetLevel(CommenterHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var strikes = Strikes(history);
        return Standing(history) switch
        {
            <= 0 when strikes >= options.StrikeLimit => TrustLevel.Suspect,
            var standing when standing < options.KnownFrom => TrustLevel.New,
            var standing when standing < options.RegularFrom => TrustLevel.Known,
            var standing when standing < options.TrustedFrom => TrustLevel.Regular,
            _ => TrustLevel.Trusted,
        };
    }

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!options.Enabled)
        {
            return default;
        }

        var history = context.IsEdit && context.Comment.Status is CommentStatus.Approved && context.History.Approved > 0
            ? context.History with { Approved = context.History.Approved - 1 }
            : context.History;
        return new(Judge(history, context.Comment.By.Kind));
    }

    private ModerationFinding? Judge(CommenterHistory history, CommenterKind kind) => GetLevel(history) switch
    {
        TrustLevel.Suspect => Found(
            "strikes",
            $"{FindingText.FormatCount(Strikes(history), "comment")} of this commenter were spam or taken down, "
                + $"against {history.Approved} approved.",
            ModerationOutcome.Hold,
            options.SuspectScore,
            TrustLevel.Suspect,
            history),
        TrustLevel.New => Found(
            "first-comments",
            Strikes(history) == 0
                ? $"This commenter has {FindingText.FormatCount(history.Approved, "approved comment")}; "
                    + $"until there are {options.KnownFrom}, a moderator looks first."
                : $"The {FindingText.FormatCount(history.Approved, "approved comment")} of this commenter do not outweigh "
                    + $"{FindingText.FormatCount(Strikes(history), "strike")}.",
            ModerationOutcome.Hold,
            0,
            TrustLevel.New,
            history),
        TrustLevel.Trusted when options.TrustedOverrides && kind is CommenterKind.User && Strikes(history) == 0 => Found(
            "trusted-commenter",
            $"A signed-in commenter with {FindingText.FormatCount(history.Approved, "approved comment")} and no strike.",
            ModerationOutcome.Approve,
            0,
            TrustLevel.Trusted,
            history) with
        {
            Overrides = true,
        },
        _ => null,
    };

    private ModerationFinding Found(
        string code, string reason, ModerationOutcome outcome, double score, TrustLevel level, CommenterHistory history) => new()
        {
            Code = code,
            Reason = reason,
            Outcome = outcome,
            Score = score,
            Details = Details(level, history),
        };

    private ImmutableArray<FindingDetail> Details(TrustLevel level, CommenterHistory history) =>
    [
        new("level", level switch
        {
            TrustLevel.New => "new",
            TrustLevel.Known => "known",
            TrustLevel.Regular => "regular",
            TrustLevel.Trusted => "trusted",
            _ => "suspect",
        }),
        FindingDetail.Of("standing", Standing(history)),
        FindingDetail.Of("approved", history.Approved),
        FindingDetail.Of("strikes", Strikes(history)),
    ];

    private long Standing(CommenterHistory history) => history.Approved - (options.StrikeCost * Strikes(history));

    private static long Strikes(CommenterHistory history) => (long)history.Spam + history.Removed;
}
