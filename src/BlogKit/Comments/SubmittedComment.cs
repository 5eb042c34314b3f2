namespace BlogKit;

/// <summary>The result of a submission.</summary>
/// <param name="Comment">The comment as stored: approved, pending or spam.</param>
/// <param name="Replayed">Whether it was stored by an earlier submission with the same idempotency key.</param>
public sealed record SubmittedComment(Comment Comment, bool Replayed);
