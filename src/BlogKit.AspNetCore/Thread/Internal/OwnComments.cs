namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Shows its writer a comment that was just sent and is not shown to others. A comment taken for spam stands where a held one would,
/// so that nobody can try out what passes.
/// </summary>
internal static class OwnComments
{
    public static ThreadPage Show(ThreadPage page, Comment comment)
    {
        if (page.Roots.Concat(page.Held).Any(node => Contains(node, comment.Id)))
        {
            return page;
        }

        if (comment.ParentId is { } parent)
        {
            for (var i = 0; i < page.Roots.Length; i++)
            {
                if (TryAdd(page.Roots[i], parent, comment) is { } changed)
                {
                    return page with { Roots = page.Roots.SetItem(i, changed) };
                }
            }
        }

        return page with { Held = page.Held.Add(Node(comment, 1)) };
    }

    private static bool Contains(ThreadNode node, CommentId id) => node.Id == id || node.Replies.Any(reply => Contains(reply, id));

    private static ThreadNode? TryAdd(ThreadNode node, CommentId parent, Comment comment)
    {
        if (node.Id == parent)
        {
            return node with { Replies = node.Replies.Add(Node(comment, node.Level + 1)) };
        }

        for (var i = 0; i < node.Replies.Length; i++)
        {
            if (TryAdd(node.Replies[i], parent, comment) is { } changed)
            {
                return node with { Replies = node.Replies.SetItem(i, changed) };
            }
        }

        return null;
    }

    private static ThreadNode Node(Comment comment, int level) => new()
    {
        Id = comment.Id,
        Level = level,
        Comment = ThreadComment.ForWriter(comment),
    };
}
