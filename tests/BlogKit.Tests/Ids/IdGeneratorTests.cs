using BlogKit.Internal;

namespace BlogKit.Tests.Ids;

public sealed class IdGeneratorTests
{
    private readonly JumpingClock _clock = new();

    [Fact]
    public void Ids_are_version_7_and_carry_the_time()
    {
        var id = new MonotonicUuidV7Generator(_clock).Next();

        id.Version.Should().Be(7);
        (id.Variant & 0xC).Should().Be(0x8);
        var bytes = id.ToByteArray(bigEndian: true);
        var milliseconds = bytes[..6].Aggregate(0L, static (sum, b) => (sum << 8) | b);
        milliseconds.Should().Be(_clock.GetUtcNow().ToUnixTimeMilliseconds());
    }

    [Fact]
    public void Ids_rise_within_one_millisecond_beyond_the_counter()
    {
        var generator = new MonotonicUuidV7Generator(_clock);

        var ids = Enumerable.Range(0, 10_000).Select(_ => generator.Next()).ToList();

        ids.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Ids_rise_when_the_clock_is_set_back()
    {
        var generator = new MonotonicUuidV7Generator(_clock);
        var before = generator.Next();

        _clock.Jump(TimeSpan.FromDays(-1));
        var after = generator.Next();
        _clock.Advance(TimeSpan.FromDays(2));
        var later = generator.Next();

        new[] { before, after, later }.Should().BeInAscendingOrder();
    }

    [Fact]
    public void Ids_do_not_stay_ahead_of_a_clock_that_was_wrong_for_a_moment()
    {
        var generator = new MonotonicUuidV7Generator(_clock);
        _clock.Jump(TimeSpan.FromDays(4000));
        generator.Next();
        _clock.Jump(TimeSpan.FromDays(-4000));

        var id = generator.Next();

        var bytes = id.ToByteArray(bigEndian: true);
        bytes[..6].Aggregate(0L, static (sum, b) => (sum << 8) | b).Should().Be(_clock.GetUtcNow().ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task Ids_of_many_tasks_are_unique_and_rise_in_each()
    {
        var generator = new MonotonicUuidV7Generator(_clock);

        var ofTasks = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 5_000).Select(_ => generator.Next()).ToList())));

        ofTasks.SelectMany(static ids => ids).Distinct().Should().HaveCount(40_000);
        ofTasks.Should().AllSatisfy(static ids => ids.Should().BeInAscendingOrder());
    }
}
