namespace BlogKit;

/// <summary>What came of judging held comments again.</summary>
/// <param name="OperationId">The identity of the action: <see cref="BulkModerationService.UndoAsync"/> takes it back.</param>
/// <param name="Judged">How many were judged.</param>
/// <param name="Approved">How many of them are shown now.</param>
/// <param name="Spam">How many of them are spam now.</param>
/// <param name="Held">How many of them still wait, with the findings there are now.</param>
/// <param name="Skipped">How many were left alone: people held them, the present policies judged them already, or somebody changed them meanwhile.</param>
public sealed record ReevaluationReport(Guid OperationId, int Judged, int Approved, int Spam, int Held, int Skipped);
