using System.Collections.Concurrent;
using System.Net;
using BlogKit.AspNetCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BlogKit.OpenWeb.Internal;

/// <summary>
/// Tells hubs (WebSub) and mentioned pages (Webmention) of public posts that were published or changed, a scheduled one when its time
/// comes. Rests when neither is switched on. What waits when the host stops is lost, except that scheduled posts are found again.
/// </summary>
internal sealed partial class Outgoing(
    GuardedWeb web,
    PostService posts,
    BlogService blogs,
    OpenWebMounts mounts,
    BlogChanges changes,
    IOptions<OpenWebOptions> options,
    TimeProvider clock,
    ILogger<Outgoing> logger) : BackgroundService
{
    private const int RememberedPosts = 1_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);
    private static readonly FeedFormat[] Formats = [FeedFormat.Rss, FeedFormat.Atom, FeedFormat.Json];

    private readonly OpenWebOptions _options = options.Value;
    private readonly FetchBounds _bounds = options.Value.Bounds;
    private readonly WorkQueue<OutgoingItem> _queue = new(
        options.Value.QueueLength, options.Value.Attempts, options.Value.RetryAfter, clock);
    private readonly MemoryCache _told = new(new MemoryCacheOptions { SizeLimit = RememberedPosts });
    private readonly ConcurrentDictionary<PostId, bool> _scheduled = new();
    private IDisposable? _subscription;
    private CancellationToken _stopping;

    private bool IsOff => _options.WebSubHubs.Count == 0 && !_options.SendWebmentions;

    // Here, and not where the work is done, which begins some time after the host has started: what is published in between is told of too.
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (!IsOff)
        {
            _subscription ??= changes.Subscribe(change =>
            {
                if (change is { Kind: BlogChangeKind.Post, PostId: { } id }
                    && !_queue.TryAdd(new OutgoingItem(OutgoingKind.Post, change.BlogId, id, null, null)))
                {
                    Full(logger, id);
                }
            });
        }

        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _subscription?.Dispose();
        _told.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (IsOff)
        {
            return;
        }

        _stopping = stoppingToken;
        await Task.WhenAll(FindScheduledAsync(stoppingToken), _queue.RunAsync(WorkAsync, stoppingToken)).ConfigureAwait(false);
    }

    private async Task FindScheduledAsync(CancellationToken stopping)
    {
        foreach (var mount in mounts.All)
        {
            try
            {
                var blog = await blogs.GetByKeyAsync(mount.BlogKey, stopping).ConfigureAwait(false);
                var waiting = blog.Succeeded
                    ? await posts.ListForDeskAsync(
                        new DeskPostsQuery(blog.Value.Id) { Status = PostStatus.Scheduled }, Actor.System, stopping).ConfigureAwait(false)
                    : null;
                foreach (var post in waiting is { Succeeded: true } ? waiting.Value.Items : [])
                {
                    Await(post.BlogId, post.Id, post.PublishedAt);
                }
            }
#pragma warning disable CA1031 // a store that is not ready yet must not stop the host
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Failed(logger, mount.BlogKey, exception);
            }
        }
    }

    private async Task<bool> WorkAsync(OutgoingItem item, CancellationToken stopping)
    {
        try
        {
            return item.Kind switch
            {
                OutgoingKind.Hub => await AnnounceAsync(item.To!, item.About!, stopping).ConfigureAwait(false),
                OutgoingKind.Mention => await MentionAsync(item.About!, item.To!, stopping).ConfigureAwait(false),
                _ => await FindAudienceAsync(item.BlogId, item.PostId, stopping).ConfigureAwait(false),
            };
        }
        catch (FetchException exception)
        {
            var whom = item.To?.Host ?? item.PostId.ToString();
            NotTold(logger, whom, exception.Message);
            return exception.Failure is not FetchFailure.Unreachable;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return true;
        }
#pragma warning disable CA1031 // a store that is away for a while must not end the worker
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Failed(logger, item.To?.Host ?? item.PostId.ToString(), exception);
            return false;
        }
    }

    private async Task<bool> FindAudienceAsync(BlogId blogId, PostId id, CancellationToken stopping)
    {
        var found = await posts.GetAsync(blogId, id, Actor.System, stopping).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        if (found is { Succeeded: true, Value: { Status: PostStatus.Scheduled } scheduled } && scheduled.PublishedAt > now)
        {
            Await(blogId, id, scheduled.PublishedAt);
        }

        var isPublic = found.Succeeded && found.Value.IsReadableAt(now) && found.Value.Visibility is PostVisibility.Public;
        if (!isPublic && !_told.TryGetValue(id, out _))
        {
            return true;
        }

        // A save may be told of more than once, and after the next one: the same state goes out once.
        if (isPublic && _told.TryGetValue(id, out Told? last) && last!.Version == found.Value.Version)
        {
            return true;
        }

        if (isPublic && await mounts.FindAsync(blogId, stopping).ConfigureAwait(false) is { } blog)
        {
            Add(
                from hub in _options.WebSubHubs
                from format in Formats
                let feed = new Uri(blog.Links.Absolute(BlogLinks.FeedOf(blog.Links.Home, format)), UriKind.Absolute)
                select new OutgoingItem(OutgoingKind.Hub, default, default, hub, feed));
            await MentionAsync(found.Value, blog.Links, stopping).ConfigureAwait(false);
        }
        else if (!isPublic && _told.TryGetValue(id, out Told? before))
        {
            // Whoever was told finds the post gone now, and can take its mention back.
            _told.Remove(id);
            Add(before!.Targets.Select(target => new OutgoingItem(OutgoingKind.Mention, blogId, id, target, before.Source)));
        }

        return true;
    }

    private async Task MentionAsync(Post post, BlogLinks links, CancellationToken stopping)
    {
        var source = new Uri(links.Absolute(links.Post(post.Slug)), UriKind.Absolute);
        if (!_options.SendWebmentions)
        {
            Remember(post, source, []);
            return;
        }

        using var document = await ForeignHtml.ParseAsync(post.Rendered.Html, stopping).ConfigureAwait(false);
        var home = new Uri(links.Absolute(links.Home), UriKind.Absolute);
        Uri[] targets =
        [
            .. MentionReader.Links(document, source)
                .Where(link => !string.Equals(link.Authority, home.Authority, StringComparison.OrdinalIgnoreCase))
                .Select(static link => new UriBuilder(link) { Fragment = "" }.Uri)
                .Distinct()
                .Take(_options.MaximumMentionsPerPost),
        ];
        var before = _told.Get<Told>(post.Id)?.Targets ?? [];
        Add(targets.Union(before).Select(target => new OutgoingItem(OutgoingKind.Mention, post.BlogId, post.Id, target, source)));
        Remember(post, source, targets);
    }

    private void Remember(Post post, Uri source, Uri[] targets) =>
        _told.Set(post.Id, new Told(post.Version, source, targets), new MemoryCacheEntryOptions { Size = 1 });

    private void Add(IEnumerable<OutgoingItem> items)
    {
        foreach (var item in items)
        {
            if (!_queue.TryAdd(item))
            {
                Full(logger, item.PostId);
                return;
            }
        }
    }

    private async Task<bool> AnnounceAsync(Uri hub, Uri feed, CancellationToken stopping)
    {
        var answer = await web.PostAsync(
            hub,
            [new("hub.mode", "publish"), new("hub.url", feed.AbsoluteUri), new("hub.topic", feed.AbsoluteUri)],
            _bounds,
            stopping).ConfigureAwait(false);
        return IsTaken(hub, answer);
    }

    private async Task<bool> MentionAsync(Uri source, Uri target, CancellationToken stopping)
    {
        var page = await web.GetAsync(target, _bounds, stopping).ConfigureAwait(false);
        if (page.Status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
        {
            return false;
        }

        if (await MentionReader.FindEndpointAsync(page, stopping).ConfigureAwait(false) is not { } endpoint)
        {
            return true;
        }

        var answer = await web.PostAsync(
            endpoint, [new("source", source.AbsoluteUri), new("target", target.AbsoluteUri)], _bounds, stopping).ConfigureAwait(false);
        return IsTaken(endpoint, answer);
    }

    private bool IsTaken(Uri to, FetchedPage answer)
    {
        var status = (int)answer.Status;
        if (status is < 200 or > 299)
        {
            Answered(logger, to.Host, status);
        }

        // What is refused for good is not asked again.
        return status is not (408 or 429) and < 500;
    }

    private void Await(BlogId blogId, PostId id, DateTimeOffset? publishedAt)
    {
        if (publishedAt is { } at && _scheduled.Count < _options.QueueLength && _scheduled.TryAdd(id, value: true))
        {
            _ = AwaitAsync(blogId, id, at);
        }
    }

    private async Task AwaitAsync(BlogId blogId, PostId id, DateTimeOffset at)
    {
        try
        {
            while (at - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, _stopping).ConfigureAwait(false);
            }

            // It is read again then: a post whose time was moved waits anew.
            _scheduled.TryRemove(id, out _);
            _queue.TryAdd(new OutgoingItem(OutgoingKind.Post, blogId, id, null, null));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    [LoggerMessage(EventId = 130, Level = LogLevel.Information, Message = "{Host} could not be told of a post: {Reason}")]
    private static partial void NotTold(ILogger logger, string host, string reason);

    [LoggerMessage(EventId = 133, Level = LogLevel.Information, Message = "{Host} was told of a post and answered {Status}.")]
    private static partial void Answered(ILogger logger, string host, int status);

    [LoggerMessage(
        EventId = 131,
        Level = LogLevel.Warning,
        Message = "Too much waits to be told to others; the post {PostId} is not told of. Raise OpenWebOptions.QueueLength.")]
    private static partial void Full(ILogger logger, PostId postId);

    [LoggerMessage(EventId = 132, Level = LogLevel.Error, Message = "Telling {Name} of a post failed.")]
    private static partial void Failed(ILogger logger, string name, Exception exception);

    private sealed record Told(long Version, Uri Source, Uri[] Targets);
}
