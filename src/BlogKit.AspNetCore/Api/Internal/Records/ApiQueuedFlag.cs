using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A reader's objection.</summary>
internal sealed record ApiQueuedFlag(FlagKind Kind, string? Note, double Weight, DateTimeOffset At, DateTimeOffset? DismissedAt);
