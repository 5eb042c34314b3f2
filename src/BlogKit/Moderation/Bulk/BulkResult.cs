namespace BlogKit.Moderation;

/// <summary>The result of an action on many comments. Each comment is in one of the lists.</summary>
public sealed record BulkResult
{
    /// <summary>The action's identity: every record it wrote has it, and <see cref="BulkModerationService.UndoAsync"/> takes it.</summary>
    public required Guid OperationId { get; init; }

    /// <summary>The comments that were changed.</summary>
    public ImmutableArray<CommentId> Done { get; init; } = [];

    /// <summary>The comments that were in that state already; nothing was logged for them.</summary>
    public ImmutableArray<CommentId> Unchanged { get; init; } = [];

    /// <summary>The comments that were left as they are, with the reason.</summary>
    public ImmutableArray<BulkFailure> Failed { get; init; } = [];
}
