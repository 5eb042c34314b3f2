using BlogKit.Storage;

namespace BlogKit.Specification;

/// <summary>What a row of the change feed says, but for its place and time.</summary>
internal sealed record FeedRow(BlogChangeKind Kind, PostId? PostId, CommentId? CommentId)
{
    public static FeedRow Of(StoredChange change) => new(change.Kind, change.PostId, change.CommentId);
}
