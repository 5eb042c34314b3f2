namespace BlogKit.Storage;

/// <summary>Asks for the facts that are needed to judge a submission.</summary>
public sealed record IntakeQuery
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The post.</summary>
    public required PostId PostId { get; init; }

    /// <summary>The comment answered; null for a root.</summary>
    public CommentId? ParentId { get; init; }

    /// <summary>The hash made of the idempotency key; null when there is none.</summary>
    public string? SubmissionKey { get; init; }

    /// <summary>The <see cref="Commenter.HistoryKey"/>; null when there is no history to look for.</summary>
    public string? HistoryKey { get; init; }

    /// <summary>
    /// The key of a user whom the application gives no name that may be shown: the name they chose is asked for. Null for everybody else.
    /// </summary>
    public string? NamelessUserKey { get; init; }

    /// <summary>The name a guest typed, or such a user chooses, as <see cref="NameKey.From"/> makes it; null for everybody else.</summary>
    public string? GuestNameKey { get; init; }

    /// <summary>The guest's e-mail address in lower case; null when there is none, and for users and authors.</summary>
    public string? GuestEmail { get; init; }
}
