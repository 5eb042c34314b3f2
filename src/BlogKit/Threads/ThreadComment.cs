using System.Collections.Immutable;

namespace BlogKit;

/// <summary>A comment as a reader may see it: no address, no hidden text.</summary>
public sealed record ThreadComment
{
    /// <summary>The comment's identity and permalink.</summary>
    public required CommentId Id { get; init; }

    /// <summary>What it answers; null for a root.</summary>
    public CommentId? ParentId { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Name { get; init; }

    /// <summary>Guest, user or author.</summary>
    public CommenterKind CommenterKind { get; init; }

    /// <summary>The author; null unless an author of the blog wrote it.</summary>
    public AuthorId? AuthorId { get; init; }

    /// <summary>Whether an author of this very post wrote it; from identity, never from the name.</summary>
    public bool IsPostAuthor { get; init; }

    /// <summary>The guest's site; null for none. To be linked with <c>rel="nofollow ugc noopener"</c>.</summary>
    public Uri? Url { get; init; }

    /// <summary>The picture; null for none.</summary>
    public Uri? AvatarUrl { get; init; }

    /// <summary>The text as safe HTML.</summary>
    public required string Html { get; init; }

    /// <summary>How it came.</summary>
    public CommentKind Kind { get; init; }

    /// <summary>When it was submitted (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its text was last changed (UTC); null when never.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Whether it is shown first.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Votes for it.</summary>
    public int UpVotes { get; init; }

    /// <summary>Votes against it.</summary>
    public int DownVotes { get; init; }

    /// <summary>Reactions with at least one voice.</summary>
    public ImmutableArray<ReactionCount> Reactions { get; init; } = [];

    /// <summary>What the viewer said of it.</summary>
    public OwnFeedback Own { get; init; } = OwnFeedback.None;

    /// <summary>Whether the viewer wrote it.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether it is held and only the viewer, who wrote it, sees it.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Until when the viewer may edit and withdraw it (UTC); null when they may not.</summary>
    public DateTimeOffset? EditableUntil { get; init; }

    /// <summary>The version, for changing it.</summary>
    public long Version { get; init; }
}
