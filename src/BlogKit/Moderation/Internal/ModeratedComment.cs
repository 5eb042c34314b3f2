namespace BlogKit.Internal;

/// <summary>A comment after a moderator was there.</summary>
/// <param name="Comment">The comment as it is now.</param>
/// <param name="Changed">Whether anything was done; false when it was so already.</param>
internal sealed record ModeratedComment(Comment Comment, bool Changed);
