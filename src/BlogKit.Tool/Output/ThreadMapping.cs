namespace BlogKit.CommandLine;

/// <summary>Turns a page of a thread into the answer's shape.</summary>
internal static class ThreadMapping
{
    public static ThreadItem Item(ThreadNode node) => new()
    {
        Id = node.Id,
        Number = node.Number,
        Level = node.Level,
        Tombstone = node.IsTombstone,
        Name = node.Comment?.Name,
        Kind = node.Comment?.CommenterKind,
        PostAuthor = node.Comment?.IsPostAuthor ?? false,
        Text = node.Comment is { } comment ? HtmlText.From(comment.Html) : null,
        Html = node.Comment?.Html,
        CreatedAt = node.Comment?.CreatedAt,
        EditedAt = node.Comment?.EditedAt,
        Pinned = node.Comment?.IsPinned ?? false,
        Held = node.Comment?.IsHeld ?? false,
        UpVotes = node.Comment?.UpVotes ?? 0,
        DownVotes = node.Comment?.DownVotes ?? 0,
        InReplyTo = node.AnswersTo is { } answer ? new AnswerItem(answer.Id, answer.Name) : null,
        Replies = [.. node.Replies.Select(Item)],
        MoreReplies = node.MoreReplies is { } more ? new MoreItem(more.Count, more.Cursor) : null,
    };
}
