namespace BlogKit.Moderation;

/// <summary>A stretch of time in which comments of one scope are counted, whatever became of them.</summary>
/// <param name="Scope">Whose.</param>
/// <param name="Key">Which address or writer; empty for the post and the blog.</param>
/// <param name="Since">From when on (UTC), by <see cref="Comment.CreatedAt"/>, inclusive.</param>
public sealed record ActivityWindow(ActivityScope Scope, string Key, DateTimeOffset Since)
{
    /// <summary>
    /// The end (UTC), inclusive; null = without an end. A later comment was sent before the clock was set back, and would be counted until
    /// the old time comes.
    /// </summary>
    public DateTimeOffset? Until { get; init; }
}
