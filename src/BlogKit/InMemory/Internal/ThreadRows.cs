namespace BlogKit;

/// <summary>Comments as threads hand them out.</summary>
internal static class ThreadRows
{
    public static ThreadRow Make(InMemoryState state, CommentNode node)
    {
        var comment = node.Comment;
        return new ThreadRow
        {
            Id = comment.Id,
            PostId = comment.PostId,
            ParentId = comment.ParentId,
            RootId = comment.RootId,
            Depth = comment.Depth,
            Status = comment.Status,
            Kind = comment.Kind,
            CommenterKind = comment.By.Kind,
            Name = comment.By.Name,
            Url = comment.By.Url,
            AvatarUrl = comment.By.AvatarUrl,
            AuthorId = comment.By.AuthorId,
            OwnerKey = comment.OwnerKey,
            Html = comment.Html,
            CreatedAt = comment.CreatedAt,
            EditedAt = comment.EditedAt,
            IsPinned = comment.IsPinned,
            UpVotes = comment.UpVotes,
            DownVotes = comment.DownVotes,
            Reactions = comment.Reactions,
            Version = comment.Version,
            ShownReplies = comment.ParentId is null ? node.ShownReplies : 0,
            ParentName = comment.ParentId is { } parent && state.Comments[parent] is { IsApproved: true, Comment.By.Name: var name } ? name : null,
        };
    }
}
