namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Somebody to be banned: the writer of a comment by one of the keys its case names, or by a key that is known otherwise, such as
/// <c>address:203.0.113.0/24</c>.
/// </summary>
internal sealed record ApiNewBan
{
    public CommentId? CommentId { get; init; }

    /// <summary>With <see cref="CommentId"/>: the identifier of one of its keys; null for the first, which is who they are.</summary>
    public string? KeyId { get; init; }

    /// <summary>Without <see cref="CommentId"/>: the key.</summary>
    public string? Key { get; init; }

    public string? Reason { get; init; }

    /// <summary>Null for ever.</summary>
    public DateTimeOffset? Until { get; init; }
}
