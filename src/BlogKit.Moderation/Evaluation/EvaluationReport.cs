namespace BlogKit.Moderation;

/// <summary>The result of an evaluation.</summary>
public sealed record EvaluationReport
{
    /// <summary>The policies that were asked together.</summary>
    public required ImmutableArray<string> Policies { get; init; }

    /// <summary>The number of cases, judged or learned from only.</summary>
    public required int Cases { get; init; }

    /// <summary>The number of positive cases.</summary>
    public required int Positives { get; init; }

    /// <summary>The number of cases learned from before each part, on average; 0 without training.</summary>
    public required int TrainingCases { get; init; }

    /// <summary>The measures of all judged cases together.</summary>
    public required BinaryMetrics Overall { get; init; }

    /// <summary>The measures of each part by itself; one when the cases were not cut.</summary>
    public required ImmutableArray<BinaryMetrics> Parts { get; init; }

    /// <summary>The plain methods on the same cases; empty when there is none to compare with.</summary>
    public required ImmutableArray<EvaluationBaseline> Baselines { get; init; }

    /// <summary>Microseconds per decision, all policies together.</summary>
    public required double DecisionMicroseconds { get; init; }

    /// <summary>Microseconds per case learned from, all policies together; 0 without training.</summary>
    public required double LessonMicroseconds { get; init; }

    /// <summary>The negatives that were flagged, the highest score first, as many as asked for.</summary>
    public required ImmutableArray<EvaluatedCase> FalsePositives { get; init; }

    /// <summary>The positives that were not flagged, the lowest score first, as many as asked for.</summary>
    public required ImmutableArray<EvaluatedCase> FalseNegatives { get; init; }
}
