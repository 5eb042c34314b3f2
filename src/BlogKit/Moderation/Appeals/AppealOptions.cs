namespace BlogKit.Moderation;

/// <summary>The options of appeals: whether and when the writer of a comment that is not shown may answer.</summary>
public sealed class AppealOptions
{
    /// <summary>Whether writers may answer at all. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The longest answer, in characters. Default 1,000; 1 to 10,000.</summary>
    public int MaximumLength { get; set; } = 1_000;

    /// <summary>Whether they may answer while the comment waits. Default true.</summary>
    public bool WhilePending { get; set; } = true;

    /// <summary>Whether they may answer when the comment was taken for spam. Default true.</summary>
    public bool AfterSpam { get; set; } = true;

    /// <summary>Whether they may answer when a moderator took the comment down. Default true.</summary>
    public bool AfterTrash { get; set; } = true;

    internal void Check(string path, ICollection<string> failures) =>
        OptionChecks.CheckRange(failures, $"{path}:{nameof(MaximumLength)}", MaximumLength, 1, 10_000);

    internal bool Allows(CommentStatus status) => Enabled && status switch
    {
        CommentStatus.Pending => WhilePending,
        CommentStatus.Spam => AfterSpam,
        CommentStatus.Trashed => AfterTrash,
        _ => false,
    };
}
