using System.Collections.Concurrent;
using BlogKit.Testing;
using Microsoft.AspNetCore.Http;

namespace BlogKit.Akismet.Tests;

/// <summary>
/// Speaks Akismet's REST protocol on a port of this machine, with the test values its documentation names, and fails on demand.
/// </summary>
internal sealed class AkismetServer : IAsyncDisposable
{
    public const string Key = "0123456789ab";

    private LoopbackServer _server = null!;

    private AkismetServer()
    {
    }

    public Uri Address => new(_server.Address, "1.1/");

    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>Answers instead of the protocol; null leaves it to the protocol.</summary>
    public Func<HttpContext, CancellationToken, Task>? Fault { get; set; }

    public Dictionary<string, string> Headers { get; } = [];

    public Call Last => Calls.Last();

    public static async Task<AkismetServer> StartAsync()
    {
        var akismet = new AkismetServer();
        akismet._server = await LoopbackServer.StartAsync(akismet.AnswerAsync);
        return akismet;
    }

    public Task StopAsync() => _server.StopAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

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
            await Fault(context, _server.Stopping);
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
