using BlogKit.AspNetCore.Internal;
using Microsoft.Extensions.Time.Testing;

namespace BlogKit.AspNetCore.Tests;

public sealed class RequestCountTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void So_many_are_taken_and_the_next_is_told_how_long_to_wait()
    {
        var counter = new RequestCounter(3, Minute, _clock);

        Take(counter, 3).Should().AllSatisfy(static wait => wait.Should().BeNull());

        var wait = counter.Take("a")!.Value;
        wait.Should().BePositive().And.BeLessThanOrEqualTo(2 * Minute);
        counter.Take("b").Should().BeNull("another caller has numbers of their own");
        _clock.Advance(wait);
        counter.Take("a").Should().BeNull("the wait that was told is long enough");
    }

    [Fact]
    public void The_window_slides()
    {
        var counter = new RequestCounter(10, Minute, _clock);
        _clock.Advance(TimeSpan.FromSeconds(59));
        Take(counter, 10);

        _clock.Advance(TimeSpan.FromSeconds(2));
        counter.Take("a").Should().NotBeNull("a new minute is no new budget");
        _clock.Advance(TimeSpan.FromSeconds(30));
        Take(counter, 5).Should().AllSatisfy(static wait => wait.Should().BeNull());
        counter.Take("a").Should().NotBeNull();
    }

    [Fact]
    public void What_is_refused_does_not_count()
    {
        var counter = new RequestCounter(1, Minute, _clock);
        Take(counter, 50);

        _clock.Advance(2 * Minute);

        counter.Take("a").Should().BeNull();
    }

    [Fact]
    public void What_was_counted_can_be_taken_back()
    {
        var counter = new RequestCounter(2, Minute, _clock);
        for (var i = 0; i < 20; i++)
        {
            counter.Take("a").Should().BeNull();
            counter.GiveBack("a");
        }

        counter.GiveBack("somebody who never asked");
        Take(counter, 2).Should().AllSatisfy(static wait => wait.Should().BeNull());
        counter.Take("a").Should().NotBeNull();
    }

    [Fact]
    public void However_many_callers_there_are_each_is_taken()
    {
        var counter = new RequestCounter(1, Minute, _clock);

        for (var i = 0; i < 120_000; i++)
        {
            counter.Take("2001:db8:" + i).Should().BeNull();
        }

        _clock.Advance(2 * Minute);
        counter.Take("2001:db8:1").Should().BeNull();
    }

    private static TimeSpan?[] Take(RequestCounter counter, int times) => [.. Enumerable.Range(0, times).Select(_ => counter.Take("a"))];
}
