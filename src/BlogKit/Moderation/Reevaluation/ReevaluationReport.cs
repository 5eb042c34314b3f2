namespace BlogKit.Moderation;

/// <summary>The result of judging held comments again.</summary>
public sealed record ReevaluationReport
{
    /// <summary>The identity of the action: <see cref="BulkModerationService.UndoAsync"/> takes it back.</summary>
    public required Guid OperationId { get; init; }

    /// <summary>How many were judged.</summary>
    public int Judged { get; init; }

    /// <summary>How many of them are shown now.</summary>
    public int Approved { get; init; }

    /// <summary>How many of them are spam now.</summary>
    public int Spam { get; init; }

    /// <summary>How many of them still wait, with the findings there are now.</summary>
    public int Held { get; init; }

    /// <summary>
    /// How many were left alone: people held them, the present policies judged them already, or somebody changed them meanwhile.
    /// </summary>
    public int Skipped { get; init; }
}
