namespace BlogKit.Moderation;

/// <summary>The most comments a window may have before the next is too many.</summary>
/// <param name="Window">The comments that are counted.</param>
/// <param name="Maximum">A comment is too many when the window has this many already. At least 1.</param>
public sealed record ActivityLimit(ActivityWindow Window, int Maximum);
