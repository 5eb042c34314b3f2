using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>How many comments of a status would have had another outcome.</summary>
internal sealed record ApiBacktestChange(
    CommentStatus Status, ModerationOutcome Outcome, long Comments, ImmutableArray<ApiBacktestExample> Examples);
