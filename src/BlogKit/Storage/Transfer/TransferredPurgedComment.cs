namespace BlogKit.Storage;

/// <summary>
/// The identity of a comment that was purged and left no placeholder, as an item of a copy: nothing may take it again, and its records
/// go with the post.
/// </summary>
/// <param name="PostId">The post under which it stood.</param>
/// <param name="CommentId">The comment.</param>
public sealed record TransferredPurgedComment(PostId PostId, CommentId CommentId) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.PurgedComment;

    /// <inheritdoc/>
    public override int Size => SizeOf();
}
