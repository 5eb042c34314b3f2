using System.Globalization;
using BlogKit.Moderation;

namespace BlogKit.Internal;

/// <summary>What stands on a comment that readers put back: the hold, and a finding with what they said.</summary>
internal static class ReadersFlagged
{
    private const string Policy = "flags";
    private const string Code = "readers-flagged";

    public static bool IsIn(ModerationDecision decision) => FindIn(decision) is not null;

    public static CommentHold Hold(string? reason, ModerationOutcome outcomeBefore) =>
        new() { By = CommentHolder.Readers, Reason = reason ?? "Readers reported it.", OutcomeBefore = outcomeBefore };

    /// <summary>The decision about a new text, with what readers said of the one before.</summary>
    public static ModerationDecision Keep(ModerationDecision before, ModerationDecision decision) =>
        FindIn(before) is { } flagged ? decision.HeldBy(flagged) : decision;

    /// <summary>The decision with what readers say now in place of what they said before.</summary>
    public static ModerationDecision Add(ModerationDecision decision, IReadOnlyCollection<CommentFlag> flags, double threshold)
    {
        var weight = flags.Sum(static f => f.Weight);
        var kinds = flags.GroupBy(static f => f.Kind)
            .Select(static g => (Kind: Name(g.Key), Count: g.Count(), Weight: g.Sum(static f => f.Weight)))
            .OrderByDescending(static k => k.Weight)
            .ThenBy(static k => k.Kind, StringComparer.Ordinal)
            .ToArray();
        var before = FindIn(decision);
        var without = before is null
            ? decision
            : decision with { Points = decision.Points - before.Score, Findings = decision.Findings.Remove(before) };
        return without.HeldBy(new ModerationFinding
        {
            Policy = Policy,
            PolicyVersion = "1",
            Code = Code,
            Reason = string.Create(
                CultureInfo.InvariantCulture,
                $"{flags.Count} {(flags.Count == 1 ? "reader" : "readers")} (weight {weight:0.##}) reported it: "
                + $"{string.Join(", ", kinds.Select(static k => $"{k.Count} × {k.Kind}"))}."),
            PublicReason = "Readers objected to it, so a moderator looks at it first.",
            Outcome = ModerationOutcome.Hold,
            Score = Math.Round(Math.Clamp(weight / threshold / 2, 0, 1), 2),
            Details = [.. kinds.Select(static k => new FindingDetail(k.Kind, k.Count.ToString(CultureInfo.InvariantCulture), k.Weight))],
        });
    }

    private static ModerationFinding? FindIn(ModerationDecision decision) => decision.Findings.IsDefault
        ? null
        : decision.Findings.FirstOrDefault(static f =>
            string.Equals(f.Policy, Policy, StringComparison.Ordinal) && string.Equals(f.Code, Code, StringComparison.Ordinal));

    private static string Name(FlagKind kind) => kind switch
    {
        FlagKind.Spam => "spam",
        FlagKind.Offensive => "offensive",
        FlagKind.OffTopic => "off-topic",
        FlagKind.Private => "private",
        _ => "other",
    };
}
