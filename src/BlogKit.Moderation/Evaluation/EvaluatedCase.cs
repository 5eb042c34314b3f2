namespace BlogKit.Moderation;

/// <summary>The answer about a case.</summary>
public sealed record EvaluatedCase
{
    /// <summary>The place among the cases, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The case.</summary>
    public required LabelledCase Case { get; init; }

    /// <summary>Whether it would have been held or treated more strictly.</summary>
    public required bool IsFlagged { get; init; }

    /// <summary>The highest score of a finding, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The reason, in the words of the decision.</summary>
    public required string Explanation { get; init; }
}
