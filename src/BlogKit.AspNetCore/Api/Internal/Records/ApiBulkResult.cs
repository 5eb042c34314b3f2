namespace BlogKit.AspNetCore.Internal;

/// <summary>What came of an action on many comments; the operation can be undone as a whole.</summary>
internal sealed record ApiBulkResult(
    Guid OperationId, ImmutableArray<CommentId> Done, ImmutableArray<CommentId> Unchanged, ImmutableArray<ApiBulkFailure> Failed);
