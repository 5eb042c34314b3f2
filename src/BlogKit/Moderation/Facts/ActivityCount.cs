namespace BlogKit.Moderation;

/// <summary>How many comments a window has.</summary>
/// <param name="Window">The window.</param>
/// <param name="Comments">How many; counting may stop at 1,000.</param>
public sealed record ActivityCount(ActivityWindow Window, int Comments);
