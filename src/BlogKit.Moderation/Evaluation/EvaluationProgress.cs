namespace BlogKit.Moderation;

/// <summary>The progress of an evaluation.</summary>
public sealed record EvaluationProgress
{
    /// <summary>The part that is worked on, from 1.</summary>
    public int Part { get; init; }

    /// <summary>The number of parts.</summary>
    public int Parts { get; init; }

    /// <summary>The number of cases judged so far.</summary>
    public int Judged { get; init; }

    /// <summary>The number of cases to be judged.</summary>
    public int ToJudge { get; init; }
}
