using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace BlogKit.Browser.Tests;

/// <summary>
/// Listens to everything a browser says of the pages of one context: warnings and errors in the console, errors nobody caught, broken
/// content security policies, own requests that failed, and any request to another origin.
/// </summary>
internal sealed class PageWatcher
{
    private const string ReportViolations =
        "addEventListener('securitypolicyviolation', e => console.error(`CSP: "
        + "${e.violatedDirective} refuses ${e.blockedURI} (${e.sourceFile}:${e.lineNumber}) ${e.sample}`));";

    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly Uri _origin;

    private PageWatcher(Uri origin) => _origin = origin;

    public IReadOnlyCollection<string> Complaints => _complaints;

    public static async Task<PageWatcher> WatchAsync(IBrowserContext context, Uri origin)
    {
        var watcher = new PageWatcher(origin);
        await context.AddInitScriptAsync(ReportViolations);
        context.Console += (_, message) => watcher.Hear(message);
        context.WebError += (_, error) => watcher.Complain($"error in {error.Page?.Url}: {error.Error}");
        context.Request += (_, request) => watcher.SeeRequest(request);
        context.RequestFailed += (_, request) => watcher.SeeFailure(request);
        context.Response += (_, response) => watcher.SeeResponse(response);
        return watcher;
    }

    public override string ToString() =>
        _complaints.IsEmpty ? "The browser said nothing." : "The browser said:\n" + string.Join('\n', _complaints);

    private void Hear(IConsoleMessage message)
    {
        // The page itself may answer 404 or 422 on purpose; what it loads may not, and that is seen by its response.
        if (message.Type is "warning" or "error" or "assert"
            && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            Complain($"console {message.Type}: {message.Text} ({message.Location})");
        }
    }

    private void SeeRequest(IRequest request)
    {
        var url = new Uri(request.Url);
        if (url.Scheme is not ("data" or "blob" or "about") && !IsOwn(url))
        {
            Complain($"asks another origin: {request.Url}");
        }
    }

    private void SeeFailure(IRequest request)
    {
        // Whoever leaves a page aborts what it was still waiting for.
        if (IsOwn(new Uri(request.Url)) && request.Failure is not ("net::ERR_ABORTED" or null))
        {
            Complain($"request failed: {request.Method} {request.Url} {request.Failure}");
        }
    }

    private void SeeResponse(IResponse response)
    {
        if (response.Status >= 500 || (response.Status >= 400 && !response.Request.IsNavigationRequest))
        {
            Complain($"answer {response.Status} to {response.Request.Method} {response.Url}");
        }
    }

    private bool IsOwn(Uri url) => url.Authority.Equals(_origin.Authority, StringComparison.Ordinal);

    private void Complain(string text) => _complaints.Enqueue(text);
}
