using System.Collections.Immutable;

namespace BlogKit.Moderation;

/// <summary>What came of an action on many comments. Each comment is in one of the lists.</summary>
public sealed record BulkResult
{
    /// <summary>The action's identity: in every record it wrote, and what <see cref="BulkModerationService.UndoAsync"/> asks for.</summary>
    public required Guid OperationId { get; init; }

    /// <summary>The comments that were changed.</summary>
    public ImmutableArray<CommentId> Done { get; init; } = [];

    /// <summary>Those that were so already; nothing was logged for them.</summary>
    public ImmutableArray<CommentId> Unchanged { get; init; } = [];

    /// <summary>Those that were left as they are, with the reason.</summary>
    public ImmutableArray<BulkFailure> Failed { get; init; } = [];
}
