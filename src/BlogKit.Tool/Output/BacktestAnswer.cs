using System.Globalization;
using BlogKit.Moderation;

namespace BlogKit.CommandLine;

// What moderation backtest --json writes. Members are added, never renamed or removed: scripts read them.

internal sealed record BacktestAnswer
{
    private const int CaseDigits = 8;

    /// <summary>The version of the set that was tried.</summary>
    public required string PolicySet { get; init; }

    public required long Judged { get; init; }

    public required long Trusted { get; init; }

    public required long WithoutTruth { get; init; }

    public required MetricsItem HeldOrWorse { get; init; }

    public required MetricsItem SpamOrWorse { get; init; }

    public required ImmutableArray<ChangeItem> Changes { get; init; }

    public required ImmutableArray<OutcomeCount> Undecided { get; init; }

    public required ImmutableArray<BacktestPolicyReport> Policies { get; init; }

    public required ImmutableArray<string> LeftOut { get; init; }

    public required double DecisionMicroseconds { get; init; }

    /// <summary>Puts a report into the form it is written in.</summary>
    /// <param name="report">The report.</param>
    /// <param name="set">What was tried.</param>
    /// <param name="cases">What was judged, when it came from a file; null for the comments of a blog.</param>
    public static BacktestAnswer Of(BacktestReport report, PolicySet set, IReadOnlyList<LabelledCase>? cases) => new()
    {
        PolicySet = set.Version,
        Judged = report.Judged,
        Trusted = report.Trusted,
        WithoutTruth = report.WithoutTruth,
        HeldOrWorse = MetricsItem.Of(report.HeldOrWorse),
        SpamOrWorse = MetricsItem.Of(report.SpamOrWorse),
        Changes = [.. report.Changes.Select(change => new ChangeItem(
            change.Status, change.Outcome, change.Comments, [.. change.Examples.Select(example => Example(example, cases))]))],
        Undecided = [.. report.Undecided.OrderBy(static u => u.Key).Select(static u => new OutcomeCount(u.Key, u.Value))],
        Policies = [.. report.Policies.Select(static p => p with { Microseconds = Math.Round(p.Microseconds, 1) })],
        LeftOut = report.LeftOut,
        DecisionMicroseconds = Math.Round(report.DecisionMicroseconds, 1),
    };

    // The id of a labelled case begins with its number.
    private static ChangeExample Example(BacktestExample example, IReadOnlyList<LabelledCase>? cases)
    {
        if (cases is null)
        {
            return new ChangeExample(example.Id, null, null, example.Writer, example.Points, example.Explanation);
        }

        var row = int.Parse(example.Id.ToString().AsSpan(0, CaseDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return new ChangeExample(null, row, cases[row - 1].Text, null, example.Points, example.Explanation);
    }
}

internal sealed record ChangeItem(CommentStatus Status, ModerationOutcome Outcome, long Comments, ImmutableArray<ChangeExample> Examples);

/// <summary>
/// A comment of the blog has an id and a writer, a text of a file its row (counted from 1, without the line of headings) and itself.
/// </summary>
internal sealed record ChangeExample(CommentId? Id, int? Row, string? Text, string? Writer, double Points, string Explanation);

internal sealed record OutcomeCount(ModerationOutcome Outcome, long Comments);
