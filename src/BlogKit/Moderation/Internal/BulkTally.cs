using BlogKit.Moderation;

namespace BlogKit.Internal;

/// <summary>Counts up what came of each comment.</summary>
internal sealed class BulkTally(Guid operationId)
{
    private readonly ImmutableArray<CommentId>.Builder _done = ImmutableArray.CreateBuilder<CommentId>();
    private readonly ImmutableArray<CommentId>.Builder _unchanged = ImmutableArray.CreateBuilder<CommentId>();
    private readonly ImmutableArray<BulkFailure>.Builder _failed = ImmutableArray.CreateBuilder<BulkFailure>();

    public void Add(CommentId id, Result<ModeratedComment> result)
    {
        if (!result.Succeeded)
        {
            _failed.Add(new BulkFailure(id, result.Error));
        }
        else
        {
            (result.Value.Changed ? _done : _unchanged).Add(id);
        }
    }

    public BulkResult ToResult() => new()
    {
        OperationId = operationId,
        Done = _done.ToImmutable(),
        Unchanged = _unchanged.ToImmutable(),
        Failed = _failed.ToImmutable(),
    };
}
