namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A post or comment that was found. <paramref name="CommentId"/> and <paramref name="CommenterName"/> are null for a post.
/// </summary>
internal sealed record ApiSearchHit(
    ApiPostLink Post,
    CommentId? CommentId,
    string? CommenterName,
    DateTimeOffset At,
    string Text,
    ImmutableArray<ApiRange> Highlights,
    string Url);
