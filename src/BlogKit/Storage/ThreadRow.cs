using BlogKit.Internal;

namespace BlogKit.Storage;

/// <summary>A comment as a store returns it for a thread: what a page can show, and what decides whether it may.</summary>
public sealed record ThreadRow
{
    /// <summary>The comment.</summary>
    public required CommentId Id { get; init; }

    /// <summary>The post.</summary>
    public required PostId PostId { get; init; }

    /// <summary>The comment it answers; null for a root.</summary>
    public CommentId? ParentId { get; init; }

    /// <summary>The root above it, or itself.</summary>
    public required CommentId RootId { get; init; }

    /// <summary>The number of steps to the root.</summary>
    public int Depth { get; init; }

    /// <summary>The status; a comment that is not approved is a tombstone.</summary>
    public CommentStatus Status { get; init; }

    /// <summary>The way the comment came in.</summary>
    public CommentKind Kind { get; init; }

    /// <summary>The kind of writer: guest, user or author.</summary>
    public CommenterKind CommenterKind { get; init; }

    /// <summary>The name shown.</summary>
    // Before names of accounts were looked at, addresses were stored.
    public required string Name
    {
        get =>
        CommenterKind is CommenterKind.User && ShownName.IsAddress(field) ? ShownName.Neutral : field; init;
    }

    /// <summary>The guest's site; null for none.</summary>
    public Uri? Url { get; init; }

    /// <summary>The picture; null for none.</summary>
    public Uri? AvatarUrl { get; init; }

    /// <summary>The author; null unless an author wrote it.</summary>
    public AuthorId? AuthorId { get; init; }

    /// <summary>The key of its owner; null when nobody can prove to be the owner.</summary>
    public ActorKey? OwnerKey { get; init; }

    /// <summary>The text as HTML.</summary>
    public required string Html { get; init; }

    /// <summary>When it was submitted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its text was last changed; null when never.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Whether it is pinned, which shows it first.</summary>
    public bool IsPinned { get; init; }

    /// <summary>The number of votes for it.</summary>
    public int UpVotes { get; init; }

    /// <summary>The number of votes against it.</summary>
    public int DownVotes { get; init; }

    /// <summary>The reactions that at least one reader chose.</summary>
    public ImmutableArray<ReactionCount> Reactions { get; init; } = [];

    /// <summary>The version of the comment.</summary>
    public long Version { get; init; }

    /// <summary>The number of approved comments below a root, at any depth.</summary>
    public int ShownReplies { get; init; }

    /// <summary>The name of the writer whom it answers; null for a root and when that comment is not approved.</summary>
    public string? ParentName { get => field is not null && ShownName.IsAddress(field) ? ShownName.Neutral : field; init; }

    /// <summary>
    /// Returns the row of a comment, as far as the comment alone tells: without what is below it and the name of whom it answers.
    /// </summary>
    public static ThreadRow Of(Comment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
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
        };
    }
}
