using System.Collections.Concurrent;
using System.Net;
using BlogKit.Internal;
using BlogKit.Testing;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Another site, on a free port of this machine: says what a test tells it to, and remembers what it was sent.</summary>
internal sealed class Elsewhere : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new();

    private LoopbackServer _server = null!;

    private Elsewhere()
    {
    }

    public Uri Address => _server.Address;

    public ConcurrentQueue<(string Path, IReadOnlyDictionary<string, string> Form)> Received { get; } = new();

    public int Asked;

    public static async Task<Elsewhere> StartAsync()
    {
        var site = new Elsewhere();
        site._server = await LoopbackServer.StartAsync(site.AnswerAsync);
        return site;
    }

    public Uri Page(
        string path,
        string html,
        string type = "text/html; charset=utf-8",
        int status = 200,
        params (string Name, string Value)[] headers) => Page(path, context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.WriteAsync(html);
    });

    public Uri Page(string path, RequestDelegate answer)
    {
        _pages[path] = answer;
        return new Uri(Address, path);
    }

    /// <summary>Waits until something is so; fails the test when it never is.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(25);
        }

        throw new InvalidOperationException("It never came to that.");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref Asked);
        if (HttpMethods.IsPost(context.Request.Method))
        {
            var form = await context.Request.ReadFormAsync();
            Received.Enqueue((context.Request.Path.Value!, form.ToDictionary(static f => f.Key, static f => f.Value.ToString())));
        }

        if (_pages.TryGetValue(context.Request.Path.Value!, out var answer))
        {
            await answer(context);
        }
        else
        {
            context.Response.StatusCode = HttpMethods.IsPost(context.Request.Method) ? 202 : 404;
        }
    }

    /// <summary>Lets requests to this machine through, which a real host never does.</summary>
    internal sealed class Guard : WebGuard
    {
        public override bool Allows(Uri url) => url.Scheme is "http" or "https" && (url.IsLoopback || base.Allows(url));

        public override bool Allows(IPAddress address) => IPAddress.IsLoopback(address) || base.Allows(address);
    }
}
