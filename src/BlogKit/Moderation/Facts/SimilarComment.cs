namespace BlogKit;

/// <summary>A stored comment that shares a fingerprint with the one that is judged.</summary>
/// <param name="Id">The comment.</param>
/// <param name="PostId">The post it is under.</param>
/// <param name="HistoryKey">Its writer, <see cref="Commenter.HistoryKey"/>; null when nothing tells who.</param>
/// <param name="Status">What has become of it.</param>
/// <param name="PlainText">What it says.</param>
public sealed record SimilarComment(CommentId Id, PostId PostId, string? HistoryKey, CommentStatus Status, string PlainText);
