using BlogKit.Moderation;

namespace BlogKit.CommandLine;

// What moderation explain --json writes. Members are added, never renamed or removed: scripts read them.

internal sealed record ExplainAnswer
{
    public required CommentId Id { get; init; }

    public required Slug? Post { get; init; }

    public required CommentStatus Status { get; init; }

    public required int Revision { get; init; }

    public required string Name { get; init; }

    public required string Text { get; init; }

    /// <summary>Why it is where it is, whoever decided.</summary>
    public required string Why { get; init; }

    public required DecisionItem Decision { get; init; }

    /// <summary>What the live policies would decide now; null when that was not asked.</summary>
    public required DecisionItem? Again { get; init; }

    public required ImmutableArray<LogItem> Log { get; init; }
}

internal sealed record DecisionItem
{
    public required ModerationOutcome Outcome { get; init; }

    public required double Points { get; init; }

    public required string? PolicySet { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public required string Explanation { get; init; }

    public required string? PublicExplanation { get; init; }

    public required ImmutableArray<ExplainedFinding> Findings { get; init; }

    public static DecisionItem Of(ModerationDecision decision, Comment comment) => new()
    {
        Outcome = decision.Outcome,
        Points = decision.Points,
        PolicySet = decision.PolicySet,
        DecidedAt = decision.DecidedAt,
        Explanation = decision.Explanation,
        PublicExplanation = decision.PublicExplanation,
        Findings = decision.Findings.IsDefault ? [] : [.. decision.Findings.Select(finding => ExplainedFinding.Of(finding, comment))],
    };
}

internal sealed record ExplainedFinding
{
    public required string Policy { get; init; }

    public required string PolicyVersion { get; init; }

    public required string Code { get; init; }

    public required ModerationOutcome Outcome { get; init; }

    public required bool Overrides { get; init; }

    public required double Score { get; init; }

    public required string Reason { get; init; }

    public required string? PublicReason { get; init; }

    public required ImmutableArray<EvidenceItem> Evidence { get; init; }

    public required ImmutableArray<DetailItem> Details { get; init; }

    public static ExplainedFinding Of(ModerationFinding finding, Comment comment) => new()
    {
        Policy = finding.Policy,
        PolicyVersion = finding.PolicyVersion,
        Code = finding.Code,
        Outcome = finding.Outcome,
        Overrides = finding.Overrides,
        Score = finding.Score,
        Reason = finding.Reason,
        PublicReason = finding.PublicReason,
        Evidence = [.. finding.Evidence.Select(evidence => EvidenceItem.Of(evidence, comment))],
        Details = [.. finding.Details.Select(static d => new DetailItem(d.Name, d.Value, d.Weight))],
    };
}

internal sealed record DetailItem(string Name, string Value, double? Weight);

internal sealed record EvidenceItem(EvidenceField Field, int Start, int Length, string? Rule, string Text)
{
    /// <summary>What the place was found in.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Whole { get; private init; } = "";

    public static EvidenceItem Of(FindingEvidence evidence, Comment comment)
    {
        var whole = evidence.Field switch
        {
            EvidenceField.Text => comment.PlainText,
            EvidenceField.Markdown => comment.Markdown,
            EvidenceField.Name => comment.By.Name,
            EvidenceField.Email => comment.By.Email,
            EvidenceField.Url => comment.By.Url?.OriginalString,
            EvidenceField.RemoteAddress => comment.RemoteAddress,
            _ => comment.UserAgent,
        };

        // What was imported, or kept by a retention rule, may be shorter than it was when it was judged.
        whole ??= "";
        var start = Math.Clamp(evidence.Start, 0, whole.Length);
        var length = Math.Clamp(evidence.Length, 0, whole.Length - start);
        return new EvidenceItem(evidence.Field, start, length, evidence.Rule, whole.Substring(start, length)) { Whole = whole };
    }
}
