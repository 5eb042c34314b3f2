namespace BlogKit.Moderation;

/// <summary>How far an evaluation has come.</summary>
public sealed record EvaluationProgress
{
    /// <summary>The part that is worked on, from 1.</summary>
    public int Part { get; init; }

    /// <summary>How many there are.</summary>
    public int Parts { get; init; }

    /// <summary>How many cases were judged so far.</summary>
    public int Judged { get; init; }

    /// <summary>How many are to be judged.</summary>
    public int ToJudge { get; init; }
}
