namespace BlogKit;

/// <summary>The replies below one comment.</summary>
/// <param name="Under">The comment.</param>
/// <param name="PostId">The post.</param>
/// <param name="Replies">
/// Its replies, nested as far as the display depth allows; one whose parent is not in this answer says whom it answers.
/// </param>
/// <param name="More">How to get what follows; null at the end.</param>
public sealed record RepliesPage(CommentId Under, PostId PostId, ImmutableArray<ThreadNode> Replies, MoreReplies? More);
