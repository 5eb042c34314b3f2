namespace BlogKit;

/// <summary>
/// What is present below one comment, every comment directly followed by what answers it.
/// Walked link by link without recursion: depth has no limit.
/// </summary>
internal sealed class ReadingOrder(InMemoryState state, CommentNode top)
{
    /// <summary>Whether the comment is present and below the top.</summary>
    public bool Holds(CommentId id)
    {
        if (state.Comments.GetValueOrDefault(id) is not { IsPresent: true } node || node.Comment.RootId != top.Comment.RootId)
        {
            return false;
        }

        while (node.Comment.Depth > top.Comment.Depth)
        {
            node = state.Comments[node.Comment.ParentId!.Value];
            if (node.Comment.Id == top.Comment.Id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What comes after a comment (the top, or one below it).</summary>
    public IEnumerable<CommentNode> After(CommentId id)
    {
        var node = state.Comments[id];
        while (Next(node) is { } next)
        {
            yield return next;
            node = next;
        }
    }

    /// <summary>The reply right before; null for the top and its first reply.</summary>
    public CommentId? Before(CommentNode node)
    {
        if (node.Comment.Id == top.Comment.Id || node.Comment.ParentId is not { } parentId)
        {
            return null;
        }

        var siblings = state.Comments[parentId].PresentChildren;
        var index = siblings.IndexOf(node.Comment.Id);
        if (index == 0)
        {
            return parentId == top.Comment.Id ? null : parentId;
        }

        var last = state.Comments[siblings[index - 1]];
        while (!last.PresentChildren.IsEmpty)
        {
            last = state.Comments[last.PresentChildren[^1]];
        }

        return last.Comment.Id;
    }

    private CommentNode? Next(CommentNode node)
    {
        if (!node.PresentChildren.IsEmpty)
        {
            return state.Comments[node.PresentChildren[0]];
        }

        while (node.Comment.Id != top.Comment.Id)
        {
            var parent = state.Comments[node.Comment.ParentId!.Value];
            var index = parent.PresentChildren.IndexOf(node.Comment.Id) + 1;
            if (index < parent.PresentChildren.Count)
            {
                return state.Comments[parent.PresentChildren[index]];
            }

            node = parent;
        }

        return null;
    }
}
