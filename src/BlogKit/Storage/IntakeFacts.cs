using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>The facts that are needed to judge a submission, read from one committed state.</summary>
public sealed record IntakeFacts
{
    /// <summary>The post; null when there is none.</summary>
    public PostFacts? Post { get; init; }

    /// <summary>The comment answered; null when none was asked for or there is none.</summary>
    public ParentFacts? Parent { get; init; }

    /// <summary>The comment an earlier submission with the same key stored; null when there is none.</summary>
    public StoredSubmission? Stored { get; init; }

    /// <summary>The number of the commenter's earlier comments in the post's blog, by status.</summary>
    public CommenterHistory History { get; init; } = CommenterHistory.None;

    /// <summary>
    /// The display name kept for the <see cref="IntakeQuery.NamelessUserKey"/> in the post's blog; null when there is none.
    /// </summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether an author of the blog has the guest's name, or the one that is chosen or kept for a user.</summary>
    public bool NameIsAuthors { get; init; }

    /// <summary>Whether an author of the blog has the guest's e-mail address.</summary>
    public bool EmailIsAuthors { get; init; }
}
