namespace BlogKit.Moderation;

/// <summary>What the policies that judge the writer alone found about a new comment, before its text was looked at.</summary>
/// <param name="Calls">The calls of policies about this comment.</param>
internal sealed record WriterJudgement(PolicyCalls Calls)
{
    /// <summary>The decision where it is refused; null where its text is to be judged.</summary>
    public ModerationDecision? Refusal { get; init; }

    /// <summary>The facts that were read for it.</summary>
    public ModerationFacts Facts { get; init; } = ModerationFacts.None;

    /// <summary>What was asked for them.</summary>
    public ModerationNeeds Asked { get; init; }
}
