namespace BlogKit;

/// <summary>What a commenter did in this blog before.</summary>
/// <param name="Approved">Comments now approved.</param>
/// <param name="Pending">Comments now held.</param>
/// <param name="Spam">Comments now spam.</param>
/// <param name="Removed">Comments now trashed by a moderator.</param>
public sealed record CommenterHistory(int Approved, int Pending, int Spam, int Removed)
{
    /// <summary>Nothing known.</summary>
    public static CommenterHistory None { get; } = new(0, 0, 0, 0);
}
