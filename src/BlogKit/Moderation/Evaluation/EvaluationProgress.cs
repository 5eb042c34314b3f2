namespace BlogKit;

/// <summary>How far an evaluation has come.</summary>
/// <param name="Part">The part that is worked on, from 1.</param>
/// <param name="Parts">How many there are.</param>
/// <param name="Judged">How many cases were judged so far.</param>
/// <param name="ToJudge">How many are to be judged.</param>
public sealed record EvaluationProgress(int Part, int Parts, int Judged, int ToJudge);
