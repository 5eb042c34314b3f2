namespace BlogKit;

/// <summary>Refuses text that no store can keep.</summary>
internal static class StorableText
{
    public static void Check(Comment comment)
    {
        Check(comment.Markdown, nameof(comment.Markdown));
        Check(comment.Html, nameof(comment.Html));
        Check(comment.PlainText, nameof(comment.PlainText));
        Check(comment.By.Name, nameof(comment.By.Name));
        Check(comment.By.Email, nameof(comment.By.Email));
        Check(comment.By.UserKey, nameof(comment.By.UserKey));
        Check(comment.OwnerKey, nameof(comment.OwnerKey));
        Check(comment.RemoteAddress, nameof(comment.RemoteAddress));
        Check(comment.UserAgent, nameof(comment.UserAgent));
        Check(comment.Appeal?.Text, nameof(comment.Appeal));
    }

    public static void Check(CommentFlag flag)
    {
        Check(flag.FlaggerKey, nameof(flag.FlaggerKey));
        Check(flag.FlaggerNetwork, nameof(flag.FlaggerNetwork));
        Check(flag.Note, nameof(flag.Note));
    }

    public static void Check(Voter voter)
    {
        Check(voter.Key, nameof(voter.Key));
        Check(voter.Network, nameof(voter.Network));
    }

    public static void Check(Ban ban)
    {
        Check(ban.Key, nameof(ban.Key));
        Check(ban.ActorKey, nameof(ban.ActorKey));
        Check(ban.Reason, nameof(ban.Reason));
    }

    public static void Check(PostAutosave autosave)
    {
        Check(autosave.OwnerKey, nameof(autosave.OwnerKey));
        Check(autosave.Title, nameof(autosave.Title));
        Check(autosave.Markdown, nameof(autosave.Markdown));
        Check(autosave.Fields, nameof(autosave.Fields));
    }

    public static void Check(ModerationRecord? record)
    {
        Check(record?.ActorKey, nameof(ModerationRecord.ActorKey));
        Check(record?.Reason, nameof(ModerationRecord.Reason));
    }

    public static void Check(string? text, string name)
    {
        if (text is not null && text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"{name} contains U+0000, which cannot be stored.", name);
        }
    }
}
