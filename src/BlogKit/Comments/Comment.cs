using BlogKit.Moderation;

namespace BlogKit;

/// <summary>
/// A comment as stored. Immutable; change it through <see cref="CommentService"/> and <see cref="ModerationService"/>.
/// Holds what readers must not see (address, hidden text): pages and answers are built from <see cref="ThreadComment"/>.
/// </summary>
public sealed record Comment
{
    /// <summary>The comment's identity and permalink; never changes, wherever the comment is moved.</summary>
    public required CommentId Id { get; init; }

    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The post whose thread it is in.</summary>
    public required PostId PostId { get; init; }

    /// <summary>The comment it answers; null for a root.</summary>
    public CommentId? ParentId { get; init; }

    /// <summary>The root above it; its own identity for a root.</summary>
    public required CommentId RootId { get; init; }

    /// <summary>The number of steps to the root; 0 for a root.</summary>
    public int Depth { get; init; }

    /// <summary>The writer of the comment.</summary>
    public required Commenter By { get; init; }

    /// <summary>
    /// The key of the actor who may edit and withdraw it, the writer's <see cref="Actor.Key"/>; null when nobody can prove to be the
    /// writer.
    /// </summary>
    public ActorKey? OwnerKey { get; init; }

    /// <summary>Tells whether the actor can prove to have written the comment; false for an anonymous actor.</summary>
    /// <param name="actor">The actor.</param>
    public bool IsOwnedBy(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Key is { } key && OwnerKey == key;
    }

    /// <summary>The text as written; empty after a purge.</summary>
    public required string Markdown { get; init; }

    /// <summary>The text as rendered when it was last saved.</summary>
    public required string Html { get; init; }

    /// <summary>The text without markup.</summary>
    public required string PlainText { get; init; }

    /// <summary>The <see cref="IMarkdownRenderer.Version"/> that made <see cref="Html"/>.</summary>
    public required int RendererVersion { get; init; }

    /// <summary>The status of the comment.</summary>
    public CommentStatus Status { get; init; }

    /// <summary>The status to return to when it is restored; null unless it is trashed, deleted or spam.</summary>
    public CommentStatus? StatusBeforeRemoval { get; init; }

    /// <summary>The way the comment came in.</summary>
    public CommentKind Kind { get; init; }

    /// <summary>The number of the present text: 1 as submitted, one more with every edit.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>The revision that was approved; null when none was. An approval never covers a later text.</summary>
    public int? ApprovedRevision { get; init; }

    /// <summary>
    /// The decision about the current revision, with every finding. Its outcome is at least <see cref="ModerationOutcome.Hold"/> while
    /// somebody holds the comment.
    /// </summary>
    public required ModerationDecision Decision { get; init; }

    /// <summary>
    /// The hold that people put on its present text; null when there is none. It stays when a moderator shows or removes the comment,
    /// to be there again when that is undone, and goes with the first text that is written while the comment is shown, or was shown
    /// before it was removed. Only moderators are given it.
    /// </summary>
    public CommentHold? Hold { get; init; }

    /// <summary>
    /// The reason for the decision about it, in words: what the moderator said who put it back to wait, and the
    /// <see cref="ModerationDecision.Explanation"/>.
    /// </summary>
    public string Explanation => Decision.Outcome is ModerationOutcome.Hold && Hold is { By: CommentHolder.Moderator, Reason: var reason }
        ? Decision.ExplanationAfter(reason)
        : Decision.Explanation;

    /// <summary>Whether it is pinned, which shows it first in its thread; roots only.</summary>
    public bool IsPinned { get; init; }

    /// <summary>The number of votes for it.</summary>
    public int UpVotes { get; init; }

    /// <summary>The number of votes against it.</summary>
    public int DownVotes { get; init; }

    /// <summary>The reactions that at least one reader chose, by key.</summary>
    public ImmutableArray<ReactionCount> Reactions { get; init; } = [];

    /// <summary>The network address it came from, for moderation; null when unknown. Never shown.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>The user agent it came from, for moderation; null when unknown. Never shown.</summary>
    public string? UserAgent { get; init; }

    /// <summary>When it was submitted (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its text was last changed (UTC); null when never.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>When its text and identity were erased for ever (UTC); null when they were not.</summary>
    public DateTimeOffset? PurgedAt { get; init; }

    /// <summary>When its status last changed (UTC); null when it never did. Set by the store from the record of the change.</summary>
    public DateTimeOffset? StatusChangedAt { get; init; }

    /// <summary>The appeal of its writer; null when there is none.</summary>
    public CommentAppeal? Appeal { get; init; }

    /// <summary>Counts changes (votes and reactions are none); 0 = never saved. Set by the store only.</summary>
    public long Version { get; init; }
}
