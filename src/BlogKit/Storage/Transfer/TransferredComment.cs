namespace BlogKit.Storage;

/// <summary>
/// A comment as an item of a copy, with what no other record shows of it. Placeholders of purged comments are comments too.
/// </summary>
/// <param name="Comment">The comment, with its version and its counts. Root and depth follow from the parent where it is written.</param>
public sealed record TransferredComment(Comment Comment) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.Comment;

    /// <inheritdoc/>
    public override int Size => SizeOf(Comment.Markdown, Comment.Html, Comment.PlainText);

    /// <summary>The hash made of the idempotency key, unique among comments; null when there is none.</summary>
    public string? SubmissionKey { get; init; }

    /// <summary>The hash of the request; null when there is no key.</summary>
    public string? RequestHash { get; init; }

    /// <summary>The fingerprints of the text. Empty = none.</summary>
    public ImmutableArray<long> Fingerprints { get; init; } = [];
}
