using BlogKit.Storage;

namespace BlogKit;

/// <summary>Comments as threads hand them out.</summary>
internal static class ThreadRows
{
    public static ThreadRow Make(InMemoryState state, CommentNode node)
    {
        var comment = node.Comment;
        return ThreadRow.Of(comment) with
        {
            ShownReplies = comment.ParentId is null ? node.ShownReplies : 0,
            ParentName = comment.ParentId is { } parent && state.Comments[parent] is { IsApproved: true, Comment.By.Name: var name }
                ? name
                : null,
        };
    }
}
