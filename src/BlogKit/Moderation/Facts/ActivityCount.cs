namespace BlogKit.Moderation;

/// <summary>The number of comments in a window.</summary>
/// <param name="Window">The window.</param>
/// <param name="Comments">How many; counting may stop at 1,000.</param>
public sealed record ActivityCount(ActivityWindow Window, int Comments);
