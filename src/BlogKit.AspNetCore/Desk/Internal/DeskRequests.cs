using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Opens a request to the desk for the signed-in user. The policy of the endpoint has let them in; what they may do there the services decide by their roles.
/// </summary>
internal sealed class DeskRequests(BlogRequests requests, ModerationService moderation, Messages messages)
{
    /// <summary>In the words of the framework's antiforgery service, which would otherwise overrule others and warn about it on every page.</summary>
    public const string NeverKept = "no-cache, no-store";

    /// <summary>The request; null after an answer was written (no such blog).</summary>
    public async Task<BlogRequest?> OpenAsync(HttpContext context, BlogMount mount)
    {
        var request = await requests.OpenAsync(context, mount, withGuests: false).ConfigureAwait(false);
        if (request is null)
        {
            await messages.NoBlogAsync(context, mount).ConfigureAwait(false);
            return null;
        }

        // What is on the desk is nobody else's business: no cache keeps it.
        context.Response.Headers.CacheControl = NeverKept;
        return request;
    }

    /// <summary>What is around a page of the desk. One command for those who moderate.</summary>
    public async Task<DeskFrame> FrameAsync(BlogRequest request, DeskSection section, string title)
    {
        ThreadCounts? counts = null;
        if (request.Actor.In(request.Blog.Id).CanModerate)
        {
            var counted = await moderation.CountAsync(request.Blog.Id, request.Actor, request.Aborted).ConfigureAwait(false);
            counts = counted.Succeeded ? counted.Value : null;
        }

        return Empty(request, section, title) with { Waiting = counts?.Pending, Flagged = counts?.Flagged };
    }

    /// <summary>The same, for a page that has counted already.</summary>
    public static DeskFrame FrameOf(BlogRequest request, DeskSection section, string title, ThreadCounts counts) =>
        Empty(request, section, title) with { Waiting = counts.Pending, Flagged = counts.Flagged };

    private static DeskFrame Empty(BlogRequest request, DeskSection section, string title) => new(request.Frame(title) with { NoIndex = true }, section)
    {
        AccountUrl = ApplicationLink.To(request.Http.Request, request.Options.AccountPath),
    };
}
