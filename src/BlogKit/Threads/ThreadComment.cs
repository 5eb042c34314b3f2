using BlogKit.Storage;

namespace BlogKit;

/// <summary>A comment as a reader may see it: no address, no hidden text. Made by <see cref="ThreadService"/>.</summary>
public sealed record ThreadComment
{
    private readonly ThreadRow _row;
    private readonly long _editableUntil;

    // The row stays private: it knows whose the comment is.
    internal ThreadComment(ThreadRow row) => _row = row;

    /// <summary>
    /// Returns a comment that nobody but its writer sees, as its writer sees it: held, whatever was really decided about it.
    /// </summary>
    /// <param name="comment">The comment; the caller has made sure that its writer asks.</param>
    public static ThreadComment ForWriter(Comment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return new ThreadComment(ThreadRow.Of(comment) with { Status = CommentStatus.Pending, OwnerKey = null })
        {
            IsOwn = true,
            IsHeld = true,
        };
    }

    /// <summary>The comment's identity and permalink.</summary>
    public CommentId Id => _row.Id;

    /// <summary>The comment it answers; null for a root.</summary>
    public CommentId? ParentId => _row.ParentId;

    /// <summary>The name of its writer.</summary>
    public string Name => _row.Name;

    /// <summary>The kind of writer: guest, user or author.</summary>
    public CommenterKind CommenterKind => _row.CommenterKind;

    /// <summary>The author; null unless an author of the blog wrote it.</summary>
    public AuthorId? AuthorId => _row.AuthorId;

    /// <summary>Whether an author of this very post wrote it; from identity, never from the name.</summary>
    public bool IsPostAuthor { get; internal init; }

    /// <summary>The guest's site; null for none. To be linked with <c>rel="nofollow ugc noopener"</c>.</summary>
    public Uri? Url => _row.Url;

    /// <summary>The picture; null for none.</summary>
    public Uri? AvatarUrl => _row.AvatarUrl;

    /// <summary>The text as safe HTML.</summary>
    public string Html => _row.Html;

    /// <summary>The way the comment came in.</summary>
    public CommentKind Kind => _row.Kind;

    /// <summary>When it was submitted (UTC).</summary>
    public DateTimeOffset CreatedAt => _row.CreatedAt;

    /// <summary>When its text was last changed (UTC); null when never.</summary>
    public DateTimeOffset? EditedAt => _row.EditedAt;

    /// <summary>Whether it is pinned, which shows it first.</summary>
    public bool IsPinned => _row.IsPinned;

    /// <summary>The number of votes for it.</summary>
    public int UpVotes => _row.UpVotes;

    /// <summary>The number of votes against it.</summary>
    public int DownVotes => _row.DownVotes;

    /// <summary>The reactions that at least one reader chose.</summary>
    public ImmutableArray<ReactionCount> Reactions => _row.Reactions;

    /// <summary>The viewer's own vote and reaction.</summary>
    public OwnFeedback Own { get; internal init; } = OwnFeedback.None;

    /// <summary>Whether the viewer wrote it.</summary>
    public bool IsOwn { get; internal init; }

    /// <summary>Whether it is held and only the viewer, who wrote it, sees it.</summary>
    public bool IsHeld { get; internal init; }

    /// <summary>Until when the viewer may edit and withdraw it (UTC); null when they may not.</summary>
    public DateTimeOffset? EditableUntil
    {
        get => _editableUntil == 0 ? null : new DateTimeOffset(_editableUntil, TimeSpan.Zero);
        internal init => _editableUntil = value?.UtcTicks ?? 0;
    }

    /// <summary>The version, for changing it.</summary>
    public long Version => _row.Version;
}
