namespace BlogKit;

/// <summary>What was answered about a case.</summary>
/// <param name="Index">Its place among the cases, from 0.</param>
/// <param name="Case">The case.</param>
/// <param name="IsFlagged">Whether it would have been held or treated more strictly.</param>
/// <param name="Score">The highest score of a finding, 0 to 1.</param>
/// <param name="Explanation">Why, in the words of the decision.</param>
public sealed record EvaluatedCase(int Index, LabelledCase Case, bool IsFlagged, double Score, string Explanation);
