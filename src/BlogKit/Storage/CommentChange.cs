using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>A comment to be replaced.</summary>
/// <param name="Comment">
/// The comment as it shall be; its <see cref="Comment.Version"/> is the one the change is based on. Place in the tree, counts of votes and
/// reactions, and creation are not changed.
/// </param>
/// <param name="Record">The line of the log; null for none.</param>
/// <param name="Replaced">The text that was replaced; null when the text did not change.</param>
public sealed record CommentChange(Comment Comment, ModerationRecord? Record, CommentRevision? Replaced = null)
{
    /// <summary>The fingerprints of the new text; null = they stay.</summary>
    public ImmutableArray<long>? Fingerprints { get; init; }

    /// <summary>
    /// When given, every flag of the comment that still counts is dismissed at that moment, in the same transaction (UTC). Null (the
    /// default) = flags stay.
    /// </summary>
    public DateTimeOffset? DismissFlagsAt { get; init; }
}
