namespace BlogKit.Moderation;

/// <summary>
/// Judges by the form: a missing or wrong token, a form sent faster than people are, or one shown too long ago; the gravest of these is
/// what it finds. A filled trap is a hint that makes it graver, and by itself no more than a hint: browsers fill in fields too. Says
/// nothing about comments that did not come by a form. Immutable and thread-safe.
/// </summary>
public sealed class FormPolicy(FormPolicyOptions options) : IModerationPolicy
{
    private const string TryAgain =
        "The form could not be checked. Please open the page anew and send your comment again if it does not appear.";

    private const string TrapReason = "The field that people do not see was filled in, by a program or by the browser's autofill.";
    private const string TrapPublicReason = "A field of the form that is not shown was filled in; your browser may have done that.";

    /// <inheritdoc/>
    public string Name => "form";

    /// <inheritdoc/>
    public string Version { get; } = RuleVersion.Of(
        2, options.Enabled, options.MinimumTime, options.TrapOutcome, options.TrapScore, options.TooFastOutcome, options.TokenOutcome,
        options.ExpiredOutcome, options.ExpiredScore);

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(options.Enabled && context.Form is { } form ? Judge(form) : null);
    }

    private ModerationFinding? Judge(FormFacts form)
    {
        var found = JudgeToken(form);
        if (!form.TrapFilled)
        {
            return found;
        }

        return found is null
            ? Found("trap-filled", TrapReason, options.TrapOutcome, options.TrapScore, TrapPublicReason)
            : found with
            {
                Reason = $"{found.Reason} {TrapReason}",
                Outcome = found.Outcome > options.TrapOutcome ? found.Outcome : options.TrapOutcome,
                Score = Math.Min(1, found.Score + options.TrapScore),
                Details = (found.Details.IsDefault ? [] : found.Details).Add(new FindingDetail("trap-filled", "yes", options.TrapScore)),
            };
    }

    private ModerationFinding? JudgeToken(FormFacts form) => form switch
    {
        { Token: FormTokenState.Missing } =>
            Found("token-missing", "The form was sent without its token.", options.TokenOutcome, 0.5, TryAgain),
        { Token: FormTokenState.Invalid } => Found(
            "token-invalid", "The form's token was not signed here, or was made for another post.", options.TokenOutcome, 0.6, TryAgain),
        { Token: FormTokenState.Expired } => Found(
            "token-expired", "The form was shown longer ago than its token is good for.", options.ExpiredOutcome, options.ExpiredScore),
        { Elapsed: { } elapsed } when elapsed < options.MinimumTime => Found(
            "too-fast",
            $"The form was sent {FindingText.FormatSpan(elapsed)} after it was shown; "
                + $"faster than {FindingText.FormatSpan(options.MinimumTime)} is not a person.",
            options.TooFastOutcome,
            0.6) with
        {
            Details =
            [
                FindingDetail.Of("elapsed-seconds", elapsed.TotalSeconds, 0.6),
                FindingDetail.Of("minimum-seconds", options.MinimumTime.TotalSeconds),
            ],
        },
        _ => null,
    };

    private static ModerationFinding Found(
        string code, string reason, ModerationOutcome outcome, double score, string? publicReason = null) => new()
        {
            Code = code,
            Reason = reason,
            PublicReason = publicReason,
            Outcome = outcome,
            Score = score,
        };
}
