namespace BlogKit.Storage;

/// <summary>A comment found by its submission key.</summary>
/// <param name="Comment">The comment as it is now.</param>
/// <param name="RequestHash">The hash of the request that stored it, to tell a repetition from another request with the same key.</param>
public sealed record StoredSubmission(Comment Comment, string RequestHash);
