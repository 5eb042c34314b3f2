namespace BlogKit.Moderation;

/// <summary>The decision about one revision of a comment, with its reasons. Kept with the comment.</summary>
public sealed record ModerationDecision
{
    /// <summary>
    /// The combined outcome of the findings by <see cref="CombinationRules"/>: approve when one overrides, else the strictest any asks for.
    /// </summary>
    public required ModerationOutcome Outcome { get; init; }

    /// <summary>Every finding of every policy that was asked, in the order of the policies.</summary>
    public required ImmutableArray<ModerationFinding> Findings { get; init; }

    /// <summary>When it was decided (UTC).</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The weighted sum of the findings' scores; 0 without any.</summary>
    public double Points { get; init; }

    /// <summary>
    /// The set of policies that decided, with its version: tells whether a decision is of an older set. Null when a person decided, and for
    /// decisions of before.
    /// </summary>
    public string? PolicySet { get; init; }

    /// <summary>
    /// The reasons in one text, one sentence each; without any, a sentence that says that no policy objected or that no reason was
    /// recorded.
    /// </summary>
    public string Explanation
    {
        get
        {
            var text = string.Join(' ', Reasons);
            return text.Length > 0 ? text : Outcome is ModerationOutcome.Approve ? "No policy objected." : "Why was not recorded.";
        }
    }

    /// <summary>The reasons that may be told to the writer, one sentence each; null when there are none.</summary>
    public string? PublicExplanation
    {
        get
        {
            var text = string.Join(' ', Deciding.Select(static f => f.PublicReason).OfType<string>().Distinct(StringComparer.Ordinal));
            return text.Length == 0 ? null : text;
        }
    }

    private IEnumerable<string> Reasons => Deciding.Select(static f => f.Reason).Distinct(StringComparer.Ordinal);

    private IEnumerable<ModerationFinding> Deciding
    {
        get
        {
            if (Findings.IsDefaultOrEmpty)
            {
                return [];
            }

            // When a person holds a comment that an override approved, the override did not decide.
            if (Outcome is ModerationOutcome.Approve)
            {
                return Findings.Where(
                    Findings.Any(static f => f.Overrides) ? static f => f.Overrides : static f => f.Outcome is ModerationOutcome.Approve);
            }

            return Findings.Any(f => f.Outcome == Outcome)
                ? Findings.Where(f => f.Outcome == Outcome)
                : Findings.Where(static f => f.Score > 0);
        }
    }

    /// <summary>The explanation when something was said before what was found.</summary>
    internal string ExplanationAfter(string reason) => string.Join(' ', Reasons.Prepend(reason).Distinct(StringComparer.Ordinal));

    /// <summary>The decision when the comment waits at least, whatever was found.</summary>
    internal ModerationDecision AtLeastHeld() => Outcome < ModerationOutcome.Hold ? this with { Outcome = ModerationOutcome.Hold } : this;

    /// <summary>The decision with a finding in the first place that holds the comment, whatever others found.</summary>
    internal ModerationDecision HeldBy(ModerationFinding finding) => AtLeastHeld() with
    {
        Points = Math.Round(Points + finding.Score, 9),
        Findings = (Findings.IsDefault ? [] : Findings).Insert(0, finding),
    };

    /// <summary>The decision as it is stored: a refusal is for the answer to whoever sent the comment.</summary>
    internal ModerationDecision WithoutRefusals() => Findings.IsDefaultOrEmpty || !Findings.Any(static f => f.Refusal is not null)
        ? this
        : this with { Findings = [.. Findings.Select(static f => f with { Refusal = null })] };

    /// <summary>
    /// Returns the decision without anything that could reveal the text it was about: for the log of a comment that was purged.
    /// </summary>
    public ModerationDecision WithoutText() =>
        this with { Findings = Findings.IsDefault ? [] : [.. Findings.Select(static f => f.WithoutText())] };
}
