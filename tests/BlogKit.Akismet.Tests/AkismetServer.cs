using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlogKit.Akismet.Tests;

/// <summary>
/// Speaks Akismet's REST protocol on a port of this machine, with the test values its documentation names, and fails on demand.
/// </summary>
internal sealed class AkismetServer : IAsyncDisposable
{
    public const string Key = "0123456789ab";

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();

    private AkismetServer(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>Answers instead of the protocol; null leaves it to the protocol.</summary>
    public Func<HttpContext, CancellationToken, Task>? Fault { get; set; }

    public Dictionary<string, string> Headers { get; } = [];

    public Call Last => Calls.Last();

    public static async Task<AkismetServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new AkismetServer(app);
        app.MapFallback(server.AnswerAsync);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Address = new Uri($"{address}/1.1/");
        return server;
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var isForm = HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType;
        var form = isForm ? (await context.Request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString()) : [];
        Calls.Enqueue(new Call(
            context.Request.Method,
            context.Request.Path,
            context.Request.ContentType ?? "",
            context.Request.Headers.UserAgent.ToString(),
            form));
        if (Fault is not null)
        {
            await Fault(context, _stopping.Token);
            return;
        }

        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(Answer(context, isForm, form));
    }

    private static string Answer(HttpContext context, bool isForm, Dictionary<string, string> form)
    {
        if (!isForm || !form.TryGetValue("api_key", out var key) || !form.ContainsKey("blog"))
        {
            return Invalid(context, "Empty \"blog\" value");
        }

        var isValid = key == Key;
        switch (context.Request.Path)
        {
            case "/1.1/verify-key":
                return isValid ? "valid" : "invalid";
            case "/1.1/comment-check" or "/1.1/submit-spam" or "/1.1/submit-ham" when !isValid:
                return Invalid(context, "We were unable to parse your API key");
            case "/1.1/comment-check" or "/1.1/submit-spam" or "/1.1/submit-ham" when !form.ContainsKey("user_ip"):
                return Invalid(context, "Empty \"user_ip\" value");
            case "/1.1/comment-check":
                return IsSpam(context, form) ? "true" : "false";
            case "/1.1/submit-spam" or "/1.1/submit-ham":
                return "Thanks for making the web a better place.";
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return "";
        }
    }

    private static bool IsSpam(HttpContext context, Dictionary<string, string> form)
    {
        if (form.GetValueOrDefault("user_role") == "administrator")
        {
            return false;
        }

        if (form.GetValueOrDefault("comment_content")?.Contains("test-discard", StringComparison.Ordinal) is true)
        {
            context.Response.Headers["X-akismet-pro-tip"] = "discard";
            return true;
        }

        return form.GetValueOrDefault("comment_author") == "viagra-test-author"
            || form.GetValueOrDefault("comment_author_email") == "akismet-guaranteed-spam@example.com";
    }

    private static string Invalid(HttpContext context, string help)
    {
        context.Response.Headers["X-akismet-debug-help"] = help;
        return "invalid";
    }

    internal sealed record Call(string Method, string Path, string ContentType, string UserAgent, Dictionary<string, string> Form);
}
