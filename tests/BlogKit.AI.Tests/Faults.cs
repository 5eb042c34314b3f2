using Microsoft.AspNetCore.Http;

namespace BlogKit.AI.Tests;

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
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("{\"id\":", stopping);
        await context.Response.Body.FlushAsync(stopping);
        await Hang(context, stopping);
    }

    public static Task Reset(HttpContext context, CancellationToken stopping)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public static Func<HttpContext, CancellationToken, Task> Status(int status) => (context, stopping) =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync("""{"error":{"message":"no","type":"test","code":"test"}}""", stopping);
    };

    public static Func<HttpContext, CancellationToken, Task> Text(string text) => (context, stopping) => context.Response.WriteAsync(
        text,
        stopping);
}
