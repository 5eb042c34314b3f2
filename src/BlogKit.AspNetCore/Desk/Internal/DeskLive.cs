using System.Text.Json;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Tells open pages of the desk the counts whenever they change: at most once a second to each, by server-sent events (HTML Living
/// Standard, section 9.2).
/// </summary>
internal sealed class DeskLive(
    DeskMessages messages, LiveCounts counts, IHostApplicationLifetime lifetime, IOptions<DeskOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    // Whoever lost their role meanwhile is asked for it when the browser connects again.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private int _open;

    /// <summary>GET desk/live.</summary>
    public async Task SendAsync(BlogRequest request)
    {
        if (HttpMethods.IsHead(request.Http.Request.Method))
        {
            request.Http.Response.ContentType = "text/event-stream";
            return;
        }

        try
        {
            if (Interlocked.Increment(ref _open) > options.Value.LiveConnections)
            {
                request.Http.Response.Headers.RetryAfter = "60";
                await messages.ShowAsync(
                    request,
                    StatusCodes.Status503ServiceUnavailable,
                    "desk.bad-request",
                    request.Text["desk.live-full"]).ConfigureAwait(false);
                return;
            }

            using var longest = new CancellationTokenSource(Longest, clock);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(request.Aborted, lifetime.ApplicationStopping, longest.Token);
            await SendAsync(request.Http, request.Blog.Id, end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, the host goes down, or it is time to connect again: each is how this ends.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task SendAsync(HttpContext context, BlogId blogId, CancellationToken cancellationToken)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await WriteAsync(context, "retry: 5000\n\n", cancellationToken).ConfigureAwait(false);
        string? last = null;
        while (true)
        {
            var (count, changed) = await counts.ReadAsync(blogId, cancellationToken).ConfigureAwait(false);
            var text = count is null ? null : JsonSerializer.Serialize(count, DeskJson.Default.LiveCount);
            if (text is not null && !string.Equals(text, last, StringComparison.Ordinal))
            {
                await WriteAsync(context, $"event: counts\ndata: {text}\n\n", cancellationToken).ConfigureAwait(false);
                last = text;
            }

            await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
            while (!await HasChangedAsync(changed, cancellationToken).ConfigureAwait(false))
            {
                await WriteAsync(context, ": still here\n\n", cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits for a change; false when it is time for a sign of life first.</summary>
    private async Task<bool> HasChangedAsync(Task changed, CancellationToken cancellationToken)
    {
        using var tick = new CancellationTokenSource(Heartbeat, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tick.Token);
        try
        {
            await changed.WaitAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task WriteAsync(HttpContext context, string text, CancellationToken cancellationToken)
    {
        await context.Response.WriteAsync(text, cancellationToken).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
