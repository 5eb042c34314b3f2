namespace BlogKit.Internal;

/// <summary>What a moderator put back to wait: only a moderator lets it go, whatever policies say of a new text.</summary>
internal static class HeldByHand
{
    private const string Policy = "moderator";
    private const string Code = "held-by-hand";

    public static bool IsIn(ModerationDecision decision) =>
        !decision.Findings.IsDefault && decision.Findings.Any(static f => f is { Policy: Policy, Code: Code });

    public static ModerationDecision Add(ModerationDecision decision, string? reason) => IsIn(decision)
        ? decision
        : decision with
        {
            Outcome = decision.Outcome > ModerationOutcome.Hold ? decision.Outcome : ModerationOutcome.Hold,
            Findings = (decision.Findings.IsDefault ? [] : decision.Findings).Insert(0, new ModerationFinding
            {
                Policy = Policy,
                PolicyVersion = "1",
                Code = Code,
                Reason = reason ?? "A moderator put the comment back to wait.",
                Outcome = ModerationOutcome.Hold,
            }),
        };

    /// <summary>The decision about a new text of a comment that may be held by hand.</summary>
    public static ModerationDecision StillIn(Comment before, ModerationDecision decision) =>
        before.Status is CommentStatus.Pending && before.Decision.Findings is { IsDefault: false } findings
        && findings.FirstOrDefault(static f => f is { Policy: Policy, Code: Code }) is { } held
            ? Add(decision, held.Reason)
            : decision;
}
