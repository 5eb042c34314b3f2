using FsCheck;
using FsCheck.Fluent;

namespace BlogKit.Tests.Text;

public sealed class WilsonScoreTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 0.2065)]
    [InlineData(10, 0, 0.7225)]
    [InlineData(9, 1, 0.5958)]
    [InlineData(100, 10, 0.8407)]
    [InlineData(0, 5, 0)]
    public void Known_bounds_are_reproduced(int up, int down, double expected) =>
        WilsonScore.ComputeLowerBound(up, down).Should().BeApproximately(expected, 0.0001);

    [Fact]
    public void The_bound_is_between_nothing_and_the_share() => Law((up, down) =>
        WilsonScore.ComputeLowerBound(up, down) is var bound && bound >= 0 && bound < 1 && (up + down == 0 || bound <= (double)up / (up + down)));

    [Fact]
    public void One_more_vote_for_never_lowers_it() =>
        Law((up, down) => WilsonScore.ComputeLowerBound(up + 1, down) > WilsonScore.ComputeLowerBound(up, down));

    [Fact]
    public void One_more_vote_against_never_raises_it() =>
        Law((up, down) => WilsonScore.ComputeLowerBound(up, down + 1) <= WilsonScore.ComputeLowerBound(up, down));

    [Fact]
    public void Any_number_of_votes_has_a_bound_below_one()
    {
        WilsonScore.ComputeLowerBound(int.MaxValue, int.MaxValue).Should().BeInRange(0.49, 0.5);
        WilsonScore.ComputeLowerBound(int.MaxValue, 0).Should().BeInRange(0.99, 0.999999999);
        WilsonScore.ComputeLowerBound(0, int.MaxValue).Should().Be(0);
    }

    [Fact]
    public void Negative_numbers_are_refused()
    {
        ((Action)(() => WilsonScore.ComputeLowerBound(-1, 0))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => WilsonScore.ComputeLowerBound(0, -1))).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static void Law(Func<int, int, bool> holds) =>
        Prop.ForAll<NonNegativeInt, NonNegativeInt>((up, down) => holds(up.Get, down.Get)).QuickCheckThrowOnFailure();
}
