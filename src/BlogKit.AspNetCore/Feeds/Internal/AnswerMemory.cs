using System.Security.Cryptography;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Keeps answers that are the same for everybody, feeds and sitemaps, so that asking again costs no command: until what they show changes,
/// and for <see cref="Longest"/> at most, because commits of other processes are not heard of and scheduled posts publish themselves.
/// Bounded in bytes. Safe for concurrent use.
/// </summary>
internal sealed class AnswerMemory(HeardChanges changes, TimeProvider clock, IOptions<FeedOptions> options, BlogKitInstruments instruments)
    : IDisposable
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private const int MostSeen = 10_000;

    private readonly UntilChanged<string, StoredAnswer> _answers = new(
        changes, new CacheDrops(instruments, "feeds"), Longest, options.Value.Memory);

    private readonly MemoryCache _seen = new(new MemoryCacheOptions { SizeLimit = MostSeen });

    /// <summary>
    /// The answer that is kept or being made, else the one that is made now, which says since when it is as it is; null when
    /// <paramref name="make"/> has answered by itself.
    /// </summary>
    public ValueTask<StoredAnswer?> GetAsync(
        string key, Func<Task<(StoredAnswer Answer, Sources Of)?>> make, CancellationToken cancellationToken) => _answers.GetAsync(
        key,
        async () => await make().ConfigureAwait(false) is ({ } answer, var of)
            ? new Made<StoredAnswer>(Date(key, answer), of, answer.Body.Length + (2L * key.Length) + 500)
            : null,
        cancellationToken);

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
    public Task SendAsync(HttpContext context, StoredAnswer answer) => WriteAsync(context, answer, clock.GetUtcNow());

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

    public void Dispose() => _seen.Dispose();

    // RFC 9110, 8.8.2: when this representation began to be what it is, which no time of what is in it says: an entry may also have gone.
    // Two within a second differ by one.
    private StoredAnswer Date(string key, StoredAnswer answer)
    {
        lock (_seen)
        {
            var now = clock.GetUtcNow();
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
}
