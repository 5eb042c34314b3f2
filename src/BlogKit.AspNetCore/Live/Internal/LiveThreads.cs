using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Tells open streams that comments arrived. An arrival costs one command per post that somebody watches, however many watch it; arrivals
/// while that runs are told together. A slow reader misses what came between, never what is newest.
/// </summary>
internal sealed partial class LiveThreads : IDisposable
{
    private readonly ConcurrentDictionary<PostId, Watched> _posts = new();
    private readonly ThreadService _threads;
    private readonly ILogger<LiveThreads> _logger;
    private readonly IDisposable _subscription;
    private readonly TimeSpan _delay;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();

    public LiveThreads(
        BlogChanges changes,
        HeardChanges heard,
        ThreadService threads,
        IOptions<PageCacheOptions> pages,
        TimeProvider clock,
        ILogger<LiveThreads> logger)
    {
        // Subscribers are told in their order: whoever is told here looks, and pages have to be dropped before.
        ArgumentNullException.ThrowIfNull(heard);
        _threads = threads;
        _delay = pages.Value.CommentDelay;
        _clock = clock;
        _logger = logger;
        _subscription = changes.Subscribe(OnChange);
    }

    /// <summary>Listens to a post until the result is disposed.</summary>
    public LiveReader Listen(PostId post)
    {
        var channel = Channel.CreateBounded<LiveNews>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (_gate)
        {
            _posts.GetOrAdd(post, static _ => new Watched()).Readers.TryAdd(channel, 0);
        }

        return new LiveReader(channel.Reader, () => Leave(post, channel));
    }

    /// <summary>Until kept pages have every comment that is there now.</summary>
    public Task WaitForPagesAsync(CancellationToken cancellationToken) =>
        _delay == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(_delay, _clock, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _subscription.Dispose();

    private void Leave(PostId post, Channel<LiveNews> channel)
    {
        lock (_gate)
        {
            if (_posts.TryGetValue(post, out var watched) && watched.Readers.TryRemove(channel, out _) && watched.Readers.IsEmpty)
            {
                _posts.TryRemove(post, out _);
            }
        }
    }

    private void OnChange(BlogChange change)
    {
        if (change is { Kind: BlogChangeKind.Blog, PostId: null })
        {
            foreach (var (_, all) in _posts)
            {
                End(all);
            }
        }
        else if (change.PostId is { } post && _posts.TryGetValue(post, out var watched))
        {
            if (change.Kind is BlogChangeKind.Post)
            {
                // It may be readable no more: browsers come back and are told.
                End(watched);
            }
            else if (change is { Kind: BlogChangeKind.Thread, IsArrival: true })
            {
                watched.Newest = change.CommentId is { } id ? new Arrival(id) : watched.Newest;
                if (Interlocked.Increment(ref watched.Arrivals) == 1)
                {
                    _ = Task.Run(() => TellAsync(change.BlogId, post, watched));
                }
            }
        }
    }

    private static void End(Watched watched)
    {
        foreach (var (reader, _) in watched.Readers)
        {
            reader.Writer.TryComplete();
        }
    }

    private async Task TellAsync(BlogId blogId, PostId post, Watched watched)
    {
        int told;
        do
        {
            told = Volatile.Read(ref watched.Arrivals);
            var newest = watched.Newest?.Id;
            try
            {
                var counts = await _threads.CountAsync(blogId, post, CancellationToken.None).ConfigureAwait(false);
                var news = new LiveNews(counts.Approved, newest);

                // Whoever is told looks: the page has to have it by then. What arrives meanwhile is told after a wait of its own.
                await WaitForPagesAsync(CancellationToken.None).ConfigureAwait(false);
                foreach (var (reader, _) in watched.Readers)
                {
                    reader.Writer.TryWrite(news);
                }
            }
#pragma warning disable CA1031 // Nobody awaits this: what a store throws would be lost, and the next arrival tells again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                NotTold(_logger, post, exception);
            }
        }
        while (Interlocked.Add(ref watched.Arrivals, -told) > 0);
    }

    [LoggerMessage(EventId = 121, Level = LogLevel.Warning, Message = "Readers of post {Post} were not told of a new comment.")]
    private static partial void NotTold(ILogger logger, PostId post, Exception exception);

    private sealed class Watched
    {
        public readonly ConcurrentDictionary<Channel<LiveNews>, byte> Readers = new();
        public volatile Arrival? Newest;
        public int Arrivals;
    }

    private sealed record Arrival(CommentId Id);
}
