using System.Security.Cryptography;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Keeps answers that are the same for everybody, feeds and sitemaps, so that asking again costs no command: until the blog changes, and
/// for <see cref="Longest"/> at most, because commits of other processes are not heard of and scheduled posts publish themselves. Bounded
/// in bytes. Safe for concurrent use.
/// </summary>
internal sealed class AnswerMemory : IDisposable
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private const int MostSeen = 10_000;

    private readonly MemoryCache _cache;
    private readonly MemoryCache _seen = new(new MemoryCacheOptions { SizeLimit = MostSeen });
    private readonly ChangeCounts _changes;
    private readonly TimeProvider _clock;
    private readonly CacheDrops _drops;

    public AnswerMemory(BlogChanges changes, TimeProvider clock, IOptions<FeedOptions> options, BlogKitInstruments instruments)
    {
        _drops = new CacheDrops(instruments, "feeds");
        _clock = clock;
        _cache = new MemoryCache(new MemoryCacheOptions { SizeLimit = options.Value.Memory, Clock = new SteadyClock(clock) });
        _changes = new ChangeCounts(
            changes, static kind => kind is not (BlogChangeKind.Feedback or BlogChangeKind.Queue or BlogChangeKind.Footers));
    }

    /// <summary>Answers from memory; false when there is nothing fresh.</summary>
    public async Task<bool> TryWriteAsync(HttpContext context, string key)
    {
        if (!_cache.TryGetValue(key, out Kept? kept) || kept is null || kept.End.IsOver || kept.Changes != _changes.Of(kept.BlogId))
        {
            return false;
        }

        await SendAsync(context, kept.Answer).ConfigureAwait(false);
        return true;
    }

    /// <summary>What is to be remembered from before the blog is read, to know afterwards whether it changed meanwhile.</summary>
    public long Mark() => _changes.All;

    /// <summary>Keeps an answer unless something changed since the mark, and says since when it is as it is.</summary>
    public StoredAnswer Keep(string key, BlogId blogId, long mark, StoredAnswer answer)
    {
        var dated = Date(key, answer);
        var changes = _changes.Of(blogId);
        if (mark == Mark())
        {
            _cache.Set(key, new Kept(dated, blogId, changes, Deadline.In(_clock, Longest)), _drops.Watch(new MemoryCacheEntryOptions
            {
                Size = answer.Body.Length + (2L * key.Length) + 500,
                AbsoluteExpirationRelativeToNow = Longest,
            }));
        }

        return dated;
    }

    public static string Key(HttpContext context)
    {
        var request = context.Request;
        return JoinedKey.Of(
            BlogMount.Of(context).BlogKey,
            context.Features.Get<StaticExport>()?.BaseUrl.ToString(),
            request.Scheme,
            request.Host.Value,
            request.PathBase.Value,
            request.Path.Value);
    }

    public static EntityTagHeaderValue Tag(byte[] body) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"");

    /// <summary>Sends an answer that was kept or dated at some time.</summary>
    public Task SendAsync(HttpContext context, StoredAnswer answer) => WriteAsync(context, answer, _clock.GetUtcNow());

    /// <summary>Sends an answer without a date.</summary>
    public static Task WriteAsync(HttpContext context, StoredAnswer answer) =>
        WriteAsync(context, answer with { LastModified = null }, DateTimeOffset.MaxValue);

    private static async Task WriteAsync(HttpContext context, StoredAnswer answer, DateTimeOffset now)
    {
        var response = context.Response;
        var headers = response.GetTypedHeaders();
        headers.ETag = answer.Tag;
        if (answer.LastModified <= now)
        {
            headers.LastModified = answer.LastModified;
        }

        response.Headers.CacheControl = "no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        if (answer.Link is { } link)
        {
            response.Headers.Link = link;
        }

        if (IsUnchanged(context.Request, answer, now))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _changes.Dispose();
        _cache.Dispose();
        _seen.Dispose();
    }

    // RFC 9110, 8.8.2: when this representation began to be what it is, which no time of what is in it says: an entry may also have gone.
    // Two within a second differ by one.
    private StoredAnswer Date(string key, StoredAnswer answer)
    {
        lock (_seen)
        {
            var now = _clock.GetUtcNow();
            var since = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
            if (_seen.TryGetValue(key, out Seen? seen) && seen is not null)
            {
                since = seen.Tag.Equals(answer.Tag) ? seen.Since : Max(since, seen.Since.AddSeconds(1));
            }

            _seen.Set(key, new Seen(answer.Tag, since), new MemoryCacheEntryOptions { Size = 1 });
            return answer with { LastModified = since };
        }
    }

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    // RFC 9110, 13.2.2: a tag that was sent decides alone. 13.1.3: a time to come is none that was told.
    private static bool IsUnchanged(HttpRequest request, StoredAnswer answer, DateTimeOffset now)
    {
        var headers = request.GetTypedHeaders();
        return request.Headers.IfNoneMatch.Count > 0
            ? headers.IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(answer.Tag, useStrongComparison: false))
            : headers.IfModifiedSince is { } known && known <= now && known >= answer.LastModified;
    }

    private sealed record Seen(EntityTagHeaderValue Tag, DateTimeOffset Since);

    private sealed record Kept(StoredAnswer Answer, BlogId BlogId, long Changes, Deadline End);
}
