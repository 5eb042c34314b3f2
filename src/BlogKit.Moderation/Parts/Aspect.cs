namespace BlogKit.Moderation;

/// <summary>One of several things that a policy saw; <see cref="Combine"/> makes one finding of them.</summary>
public sealed record Aspect
{
    /// <summary>The code, in kebab case, stable for ever.</summary>
    public required string Code { get; init; }

    /// <summary>A sentence for moderators.</summary>
    public required string Reason { get; init; }

    /// <summary>The outcome it asks for by itself.</summary>
    public required ModerationOutcome Outcome { get; init; }

    /// <summary>The score, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The value it was computed from, as data.</summary>
    public required string Value { get; init; }

    /// <summary>
    /// Returns one finding of several aspects: the strictest names it, every one is a detail, the scores add up to 1 at most. Null when
    /// there is none. Null when it saw nothing.
    /// </summary>
    /// <param name="aspects">The aspects.</param>
    /// <param name="evidence">Where.</param>
    /// <param name="publicReason">The reason its writer is told when the comment is not taken; null for none.</param>
    public static ModerationFinding? Combine(
        IReadOnlyCollection<Aspect> aspects, ImmutableArray<FindingEvidence> evidence, string? publicReason)
    {
        ArgumentNullException.ThrowIfNull(aspects);
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
