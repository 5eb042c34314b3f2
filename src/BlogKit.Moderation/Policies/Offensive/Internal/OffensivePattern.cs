namespace BlogKit.Moderation.Internal;

/// <summary>A sentence form of a list.</summary>
/// <param name="Text">As the list has it.</param>
/// <param name="Kind">What it finds.</param>
/// <param name="IsTargeted">Whether it is aimed at a person.</param>
/// <param name="Steps">What has to follow one another.</param>
/// <param name="AtStart">Whether nothing of the sentence may come before.</param>
/// <param name="AtEnd">Whether nothing of the sentence may come after.</param>
/// <param name="EndGap">Words allowed before the end of the sentence.</param>
internal sealed record OffensivePattern(
    string Text, OffensivePatternKind Kind, bool IsTargeted, ImmutableArray<OffensiveStep> Steps, bool AtStart, bool AtEnd, int EndGap)
{
    /// <summary>Classes of which a sentence must hold one each, or the pattern cannot match.</summary>
    public ImmutableArray<ulong> Needs { get; } =
        [.. Steps.Where(static s => !s.IsOptional && s.Words.IsEmpty).Select(static s => s.Classes)];

    /// <summary>What a match comes to; none for patterns that only say something about the terms they cover.</summary>
    public OffensiveSeverity Severity => Kind switch
    {
        OffensivePatternKind.Hatred => OffensiveSeverity.Hatred,
        OffensivePatternKind.Abuse => OffensiveSeverity.Abuse,
        OffensivePatternKind.Threat => OffensiveSeverity.Threat,
        OffensivePatternKind.Incitement => OffensiveSeverity.Incitement,
        OffensivePatternKind.Distress => OffensiveSeverity.Distress,
        _ => OffensiveSeverity.None,
    };
}
