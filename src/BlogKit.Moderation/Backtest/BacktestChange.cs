namespace BlogKit.Moderation;

/// <summary>The number of comments in one status that the policies would treat otherwise, with examples.</summary>
/// <param name="Status">Their status.</param>
/// <param name="Outcome">The outcome the policies would decide.</param>
/// <param name="Comments">How many.</param>
/// <param name="Examples">The earliest of them.</param>
public sealed record BacktestChange(
    CommentStatus Status, ModerationOutcome Outcome, long Comments, ImmutableArray<BacktestExample> Examples);
