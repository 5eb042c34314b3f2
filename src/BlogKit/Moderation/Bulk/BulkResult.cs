using System.Collections.Immutable;

namespace BlogKit;

/// <summary>What came of an action on many comments. Each comment is in one of the lists.</summary>
/// <param name="OperationId">The action's identity: in every record it wrote, and what <see cref="BulkModerationService.UndoAsync"/> asks for.</param>
/// <param name="Done">The comments that were changed.</param>
/// <param name="Unchanged">Those that were so already; nothing was logged for them.</param>
/// <param name="Failed">Those that were left as they are, with the reason.</param>
public sealed record BulkResult(Guid OperationId, ImmutableArray<CommentId> Done, ImmutableArray<CommentId> Unchanged, ImmutableArray<BulkFailure> Failed);
