using Microsoft.AspNetCore.Http;

namespace BlogKit.Akismet.Tests;

/// <summary>What can go wrong on the other side.</summary>
internal static class Faults
{
    public static async Task Hang(HttpContext context, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        await Task.Delay(Timeout.Infinite, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Sends the headers and the beginning of an answer, and no end.</summary>
    public static async Task HangInTheBody(HttpContext context, CancellationToken stopping)
    {
        context.Response.ContentLength = 5;
        await context.Response.WriteAsync("fal", stopping);
        await context.Response.Body.FlushAsync(stopping);
        await Hang(context, stopping);
    }

    public static Task Reset(HttpContext context, CancellationToken stopping)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Sends text for as long as somebody listens.</summary>
    public static async Task Endless(HttpContext context, CancellationToken stopping)
    {
        var chunk = new byte[64 * 1024];
        chunk.AsSpan().Fill((byte)'t');
        while (!context.RequestAborted.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(chunk, stopping);
        }
    }

    public static Func<HttpContext, CancellationToken, Task> Status(int status) => (context, stopping) =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync("false", stopping);
    };

    public static Func<HttpContext, CancellationToken, Task> Redirect(string target) => (context, _) =>
    {
        context.Response.Redirect(target, permanent: true, preserveMethod: true);
        return Task.CompletedTask;
    };

    public static Func<HttpContext, CancellationToken, Task> Text(string text) => (context, stopping) => context.Response.WriteAsync(
        text,
        stopping);
}
