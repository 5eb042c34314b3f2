namespace BlogKit.Internal;

/// <summary>How a new comment is told from others, and under what it is taken.</summary>
/// <param name="Key">The same submission has the same key, however often it is sent; null for none.</param>
/// <param name="RequestHash">What was sent under the key; null without a key.</param>
/// <param name="CloseAfterCount">So many comments the thread takes; null = any number.</param>
internal readonly record struct Submission(string? Key, string? RequestHash, int? CloseAfterCount)
{
    /// <summary>The name that the writer, a user without one, chooses with this comment; null for none.</summary>
    public string? DisplayName { get; init; }
}
