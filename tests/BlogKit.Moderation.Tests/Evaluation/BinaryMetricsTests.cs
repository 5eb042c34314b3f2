using BlogKit.Moderation.Internal;
using FsCheck;
using FsCheck.Fluent;

namespace BlogKit.Moderation.Tests;

public sealed class BinaryMetricsTests
{
    [Fact]
    public void The_figures_are_those_of_the_textbook()
    {
        var metrics = BinaryMetrics.Of([
            .. Answers(true, true, 0.9, 6),
            .. Answers(false, true, 0.8, 2),
            .. Answers(false, false, 0.1, 10),
            .. Answers(true, false, 0.2, 2),
        ]);

        metrics.Cases.Should().Be(20);
        metrics.Precision.Should().BeApproximately(0.75, 1e-12);
        metrics.Recall.Should().BeApproximately(0.75, 1e-12);
        metrics.F1.Should().BeApproximately(0.75, 1e-12);
        metrics.Accuracy.Should().BeApproximately(0.8, 1e-12);
        metrics.Mcc.Should().BeApproximately(((6.0 * 10) - (2 * 2)) / Math.Sqrt(8.0 * 8 * 12 * 12), 1e-12);
        metrics.Brier.Should().BeApproximately(((6 * 0.01) + (2 * 0.64) + (10 * 0.01) + (2 * 0.64)) / 20, 1e-12);
        metrics.Auc.Should().BeApproximately(((6.0 * 12) + (2 * 10)) / (8 * 12), 1e-12);
    }

    [Fact]
    public void What_cannot_be_told_is_zero()
    {
        var metrics = BinaryMetrics.Of(Answers(false, false, 0, 3));

        (metrics.Precision, metrics.Recall, metrics.F1, metrics.Mcc, metrics.Auc).Should().Be((0, 0, 0, 0, 0.5));
        BinaryMetrics.Of([]).Accuracy.Should().Be(0);
    }

    [Fact]
    public void The_area_by_ranks_is_the_share_of_pairs_in_the_right_order()
    {
        var answers = ArbMap.Default.GeneratorFor<bool>().Zip(Gen.Choose(0, 5)).ListOf().ToArbitrary();

        Prop.ForAll(answers, list =>
        {
            var scored = list.Select(a => (Score: a.Item2 / 5.0, IsPositive: a.Item1)).ToArray();
            var pairs = from p in scored.Where(s => s.IsPositive)
                        from n in scored.Where(s => !s.IsPositive)
                        select p.Score > n.Score ? 1.0 : p.Score < n.Score ? 0 : 0.5;
            var expected = pairs.DefaultIfEmpty(0.5).Average();
            return Math.Abs(RankStatistics.Auc(scored) - expected) < 1e-9;
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<EvaluatedCase> Answers(bool positive, bool flagged, double score, int count) =>
        Enumerable.Repeat(new EvaluatedCase
        {
            Index = 0,
            Case = new LabelledCase("text", positive),
            IsFlagged = flagged,
            Score = score,
            Explanation = "",
        }, count);
}
