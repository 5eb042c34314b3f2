using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What was decided about a comment, and why.</summary>
internal sealed record ApiDecision(
    ModerationOutcome Outcome,
    double Points,
    string Explanation,
    string? PolicySet,
    DateTimeOffset DecidedAt,
    ImmutableArray<ApiFinding> Findings);
