using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>A comment to be stored, with the conditions that must still hold when it is.</summary>
/// <param name="Comment">
/// The comment; version 0. Root and depth are stored as they follow from the parent inside the transaction: it may have been moved since it
/// was read.
/// </param>
/// <param name="Record">The first line of its log.</param>
public sealed record CommentAddition(Comment Comment, ModerationRecord Record)
{
    /// <summary>The hash made of the idempotency key, unique among comments; null when there is none.</summary>
    public string? SubmissionKey { get; init; }

    /// <summary>The hash of the request; null when there is no key.</summary>
    public string? RequestHash { get; init; }

    /// <summary>The comment is not taken when the post has this many shown comments already; null = no limit.</summary>
    public int? CloseAfterCount { get; init; }

    /// <summary>The fingerprints of the text, stored with the comment. Empty = none.</summary>
    public ImmutableArray<long> Fingerprints { get; init; } = [];

    /// <summary>The comment is not taken when one of these windows has as many comments as it may. Empty = no limit.</summary>
    public ImmutableArray<ActivityLimit> Limits { get; init; } = [];

    /// <summary>
    /// The name to keep for the user who wrote the comment, who had none; null for none. When another is kept by then, the comment is not
    /// taken (<see cref="AdditionOutcome.OtherName"/>). Kept since the comment's <see cref="Comment.CreatedAt"/>.
    /// </summary>
    public string? DisplayName { get; init; }
}
