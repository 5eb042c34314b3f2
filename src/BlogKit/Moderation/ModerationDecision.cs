using System.Collections.Immutable;

namespace BlogKit;

/// <summary>What was decided about one revision of a comment, and why. Kept with the comment.</summary>
/// <param name="Outcome">The strictest outcome any finding asks for; approve without findings.</param>
/// <param name="Findings">Every finding of every policy that was asked, in the order of the policies.</param>
/// <param name="DecidedAt">When (UTC).</param>
public sealed record ModerationDecision(ModerationOutcome Outcome, ImmutableArray<ModerationFinding> Findings, DateTimeOffset DecidedAt)
{
    /// <summary>The reasons in one text, one sentence each; says so when there are none.</summary>
    public string Explanation => Findings.IsDefaultOrEmpty
        ? "No policy objected."
        : string.Join(' ', Findings.Where(f => f.Outcome == Outcome).Select(static f => f.Reason));
}
