using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Streams of server-sent events about one post's thread.</summary>
internal sealed class LivePages(
    BlogRequests requests,
    PostService posts,
    ThreadService threads,
    LiveThreads live,
    RateLimits rates,
    IHostApplicationLifetime lifetime,
    IOptions<LiveOptions> options,
    TimeProvider clock)
{
    private const string RetryAfterSeconds = "60";
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(25);
    private readonly ConcurrentDictionary<string, int> _networks = new(StringComparer.Ordinal);
    private int _connections;

    /// <summary>
    /// GET {slug}/live?since=COUNT. Three commands to begin with. A public post's stream only: what is protected or not published is
    /// answered 404.
    /// </summary>
    public async Task StreamAsync(HttpContext context)
    {
        if (rates.Count(context, BlogKitRateLimits.Live) is { } refusal)
        {
            refusal.Tell(context);
            await PlainText.WriteAsync(context, StatusCodes.Status429TooManyRequests, refusal.Error.Message).ConfigureAwait(false);
            return;
        }

        if (!options.Value.Enabled
            || await requests.OpenAsync(context).ConfigureAwait(false) is not { } request
            || await FindAsync(request).ConfigureAwait(false) is not { } post)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (request.FindQueryValue("since") is not { } text
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var since))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            Begin(context.Response);
            return;
        }

        var network = NetworkAddress.GetNetwork(context.Connection.RemoteIpAddress);
        if (!Enter(network))
        {
            // What found no room was no stream.
            rates.GiveBack(context, BlogKitRateLimits.Live);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
            return;
        }

        try
        {
            await StreamAsync(request, post.Id, since).ConfigureAwait(false);
        }
        finally
        {
            Leave(network);
        }
    }

    private async Task<Post?> FindAsync(BlogRequest request)
    {
        if (!Slug.TryFold(request.FindRouteValue("slug"), out var slug))
        {
            return null;
        }

        var found = await posts.GetBySlugAsync(request.Blog.Id, slug, request.Actor, request.Aborted).ConfigureAwait(false);
        return found is { Succeeded: true, Value: { IsCurrent: true, Post: var post } }
            && post.IsReadableAt(clock.GetUtcNow())
            && post.Visibility is not PostVisibility.Password
            && request.Blog.Comments.With(post.Comments).Mode is not CommentMode.Hidden
            ? post
            : null;
    }

    private async Task StreamAsync(BlogRequest request, PostId post, int since)
    {
        using var reader = live.Listen(post);
        using var duration = new CancellationTokenSource(options.Value.MaximumDuration, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(duration.Token, lifetime.ApplicationStopping, request.Aborted);
        var response = request.Http.Response;
        Begin(response);
        try
        {
            // What arrived between the page and this stream. Listening began before, so nothing falls in between.
            var counts = await threads.CountAsync(request.Blog.Id, post, end.Token).ConfigureAwait(false);
            if (counts.Approved > since)
            {
                await live.WaitForPagesAsync(end.Token).ConfigureAwait(false);
                await WriteAsync(request, new LiveNews(counts.Approved, null), since, end.Token).ConfigureAwait(false);
            }
            else
            {
                await WriteAsync(response, ": here\n\n"u8.ToArray(), end.Token).ConfigureAwait(false);
            }

            while (true)
            {
                using var pause = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
                pause.CancelAfter(Heartbeat);
                var news = await NextAsync(reader, pause.Token, end.Token).ConfigureAwait(false);
                if (news is { Ended: true })
                {
                    return;
                }

                await (news.News is { } told
                    ? WriteAsync(request, told, since, end.Token)
                    : WriteAsync(response, ":\n\n"u8.ToArray(), end.Token)).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Over: the reader left, the host stops, or it was long enough.
        }
    }

    /// <summary>The next news; none when it is time for a sign of life.</summary>
    private static async Task<(LiveNews? News, bool Ended)> NextAsync(LiveReader reader, CancellationToken pause, CancellationToken end)
    {
        try
        {
            return await reader.News.WaitToReadAsync(pause).ConfigureAwait(false) && reader.News.TryRead(out var news)
                ? (news, false)
                : (null, true);
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            return (null, false);
        }
    }

    private static void Begin(HttpResponse response)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";

        // nginx would keep events back until it has a buffer full of them.
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    private static async Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(text, cancellationToken).ConfigureAwait(false);
        await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Task WriteAsync(BlogRequest request, LiveNews news, int since, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write("data: "u8);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("shown", news.Shown);
            json.WriteString("text", request.Text.FormatCount("thread.new", Math.Max(1, (long)news.Shown - since)));
            if (news.Newest is { } id)
            {
                json.WriteString("id", id.ToString());
                json.WriteString("url", request.Links.Comment(id));
            }

            json.WriteEndObject();
        }

        buffer.Write("\n\n"u8);
        return WriteAsync(request.Http.Response, buffer.WrittenMemory, cancellationToken);
    }

    private bool Enter(string network)
    {
        var limits = options.Value;
        if (Interlocked.Increment(ref _connections) <= limits.MaximumConnections)
        {
            if (_networks.AddOrUpdate(network, 1, static (_, count) => count + 1) <= limits.MaximumPerAddress)
            {
                return true;
            }

            Leave(network);
            return false;
        }

        Interlocked.Decrement(ref _connections);
        return false;
    }

    private void Leave(string network)
    {
        Interlocked.Decrement(ref _connections);
        if (_networks.AddOrUpdate(network, 0, static (_, count) => count - 1) <= 0)
        {
            _networks.TryRemove(new KeyValuePair<string, int>(network, 0));
        }
    }
}
