namespace BlogKit.OpenWeb.Internal;

/// <summary>A change of a post's stage or date.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="At">The date; null for none.</param>
internal sealed record StageStep(StageStepKind Kind, DateTimeOffset? At = null);
