namespace BlogKit.Internal;

/// <summary>What people put back to wait, a moderator or enough readers: only a moderator lets it go, whatever policies say of a new text.</summary>
internal static class HeldByHand
{
    private const string Policy = "moderator";
    private const string Code = "held-by-hand";
    private const string OutcomeBefore = "outcome-before";

    /// <summary>Whether a moderator put it back.</summary>
    public static bool IsIn(ModerationDecision decision) => FindIn(decision) is not null;

    public static ModerationFinding? FindIn(ModerationDecision decision) => Find(decision, Policy, Code);

    /// <summary>Whether a moderator or readers put it back.</summary>
    public static bool IsByPeople(ModerationDecision decision) => IsIn(decision) || ReadersFlagged.IsIn(decision);

    public static ModerationDecision Add(ModerationDecision decision, string? reason) => IsIn(decision)
        ? decision
        : Hold(decision, new ModerationFinding
        {
            Policy = Policy,
            PolicyVersion = "1",
            Code = Code,
            Reason = reason ?? "A moderator put the comment back to wait.",
            Outcome = ModerationOutcome.Hold,
            Details = [new FindingDetail(OutcomeBefore, decision.Outcome.ToString())],
        });

    /// <summary>The decision as it was before <see cref="Add"/>.</summary>
    public static ModerationDecision Remove(ModerationDecision decision)
    {
        if (FindIn(decision) is not { } held)
        {
            return decision;
        }

        var before = held.Details.FirstOrDefault(static d => d.Name is OutcomeBefore)?.Value;
        return decision with
        {
            Outcome = Enum.TryParse<ModerationOutcome>(before, out var outcome) ? outcome : decision.Outcome,
            Findings = decision.Findings.Remove(held),
        };
    }

    /// <summary>The decision about a new text of a comment that people may have put back.</summary>
    public static ModerationDecision StillIn(Comment before, ModerationDecision decision)
    {
        if (before.Status is not CommentStatus.Pending)
        {
            return decision;
        }

        if (ReadersFlagged.FindIn(before.Decision) is { } flagged)
        {
            decision = Hold(decision, flagged);
        }

        return FindIn(before.Decision) is { } held ? Add(decision, held.Reason) : decision;
    }

    /// <summary>Puts a finding first that holds, whatever was decided.</summary>
    public static ModerationDecision Hold(ModerationDecision decision, ModerationFinding finding) => decision with
    {
        Outcome = decision.Outcome > ModerationOutcome.Hold ? decision.Outcome : ModerationOutcome.Hold,
        Points = Math.Round(decision.Points + finding.Score, 9),
        Findings = (decision.Findings.IsDefault ? [] : decision.Findings).Insert(0, finding),
    };

    public static ModerationFinding? Find(ModerationDecision decision, string policy, string code) => decision.Findings.IsDefault
        ? null
        : decision.Findings.FirstOrDefault(f => string.Equals(f.Policy, policy, StringComparison.Ordinal) && string.Equals(f.Code, code, StringComparison.Ordinal));
}
