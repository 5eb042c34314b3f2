using System.Threading.Channels;
using BlogKit.AspNetCore.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Streams where pages may have a comment late.</summary>
public sealed class LiveDelayTests : IDisposable
{
    private static readonly TimeSpan s_delay = TimeSpan.FromSeconds(3);
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(30));
    private readonly WaitedClock _clock = new();

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task What_arrives_while_another_waits_is_told_by_itself_a_delay_later()
    {
        await using var site = await Site.StartAsync(
            web: static o => o.PageCache.CommentDelay = s_delay, builder: kit => kit.Services.AddSingleton<TimeProvider>(_clock));
        using var live = site.Get<LiveThreads>().Listen(site.Post.Id);
        var first = await site.CommentAsync("Max", "The first words.");
        await WaitBeginsAsync();
        var second = await site.CommentAsync("Eva", "The second words.");

        _clock.Advance(s_delay);
        var told = await live.News.ReadAsync(_patience.Token);
        await WaitBeginsAsync();
        _clock.Advance(s_delay);

        (told, await live.News.ReadAsync(_patience.Token)).Should().Be((new LiveNews(1, first.Id), new LiveNews(2, second.Id)));
    }

    private async Task WaitBeginsAsync() => await _clock.Waits.ReadAsync(_patience.Token);

    /// <summary>Says that somebody waits for the delay.</summary>
    private sealed class WaitedClock : FakeTimeProvider
    {
        private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

        public ChannelReader<TimeSpan> Waits => _waits.Reader;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == s_delay)
            {
                _waits.Writer.TryWrite(dueTime);
            }

            return timer;
        }
    }
}
