namespace BlogKit.Storage;

/// <summary>The replies below one comment.</summary>
/// <param name="Under">The comment.</param>
/// <param name="Replies">Present replies in reading order.</param>
/// <param name="HasMore">Whether present replies come after.</param>
public sealed record ThreadReplies(ThreadRow Under, ImmutableArray<ThreadRow> Replies, bool HasMore);
