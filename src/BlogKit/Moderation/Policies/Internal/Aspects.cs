using System.Collections.Immutable;

namespace BlogKit.Internal;

/// <summary>Makes one finding of the things a policy saw: the strictest names it, every one is a detail, the scores add up to 1 at most.</summary>
internal static class Aspects
{
    public static ModerationFinding? Finding(List<Aspect> aspects, ImmutableArray<FindingEvidence> evidence, string? publicReason)
    {
        if (aspects.Count == 0)
        {
            return null;
        }

        var ordered = aspects.OrderByDescending(static a => a.Outcome).ThenByDescending(static a => a.Score).ToArray();
        return new ModerationFinding
        {
            Code = ordered[0].Code,
            Reason = string.Join(' ', ordered.Select(static a => a.Reason)),
            PublicReason = ordered[0].Outcome is ModerationOutcome.Reject ? publicReason : null,
            Outcome = ordered[0].Outcome,
            Score = Math.Min(1, Math.Round(ordered.Sum(static a => a.Score), 6)),
            Evidence = evidence,
            Details = [.. ordered.Select(static a => new FindingDetail(a.Code, a.Value, a.Score))],
        };
    }
}
