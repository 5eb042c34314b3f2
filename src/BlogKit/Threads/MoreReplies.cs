namespace BlogKit;

/// <summary>Replies that a page left out.</summary>
/// <param name="Count">How many are shown comments; null when that was not counted.</param>
/// <param name="Cursor">The place where they begin; for <see cref="RepliesPageQuery.Cursor"/>.</param>
public sealed record MoreReplies(int? Count, string Cursor);
