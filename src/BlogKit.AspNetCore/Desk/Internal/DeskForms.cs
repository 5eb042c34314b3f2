using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Opens requests of moderators and reads what their forms send.</summary>
internal sealed class DeskForms(
    DeskRequests desk, CommentService comments, DeskMessages messages, IAntiforgery antiforgery)
{
    /// <summary>The header by which the desk's script asks for a part of a page.</summary>
    public const string FragmentHeader = "X-BlogKit-Fragment";

    /// <summary>The proof that the forms of an answer are this site's.</summary>
    public AntiforgeryTokenSet Tokens(BlogRequest request) => antiforgery.GetAndStoreTokens(request.Http);

    public static bool WantsFragment(BlogRequest request) => request.Http.Request.Headers.ContainsKey(FragmentHeader);

    /// <summary>The request of somebody who moderates the blog; null after an answer was written.</summary>
    public async Task<BlogRequest?> OpenAsync(HttpContext context, BlogMount mount)
    {
        if (await desk.OpenAsync(context, mount).ConfigureAwait(false) is not { } request)
        {
            return null;
        }

        // The application's policy may let in whom the blog gives no role.
        if (request.Actor.In(request.Blog.Id).CanModerate)
        {
            return request;
        }

        await messages.NotAllowedAsync(request).ConfigureAwait(false);
        return null;
    }

    /// <summary>The comment of the route, when it is of this blog; null after an answer was written.</summary>
    public async Task<Comment?> FindAsync(BlogRequest request)
    {
        if (BlogRequest.CommentFrom(request.Route("id")) is { } id)
        {
            var found = await comments.FindAsync(id, request.Actor, request.Aborted).ConfigureAwait(false);
            if (found.Succeeded && found.Value.BlogId == request.Blog.Id)
            {
                return found.Value;
            }
        }

        await messages.NotFoundAsync(request).ConfigureAwait(false);
        return null;
    }

    /// <summary>The form that was sent; null after an answer was written.</summary>
    public async Task<IFormCollection?> ReadAsync(BlogRequest request, string backUrl)
    {
        var (form, status) = await RequestBody.ReadFormAsync(request.Http).ConfigureAwait(false);
        if (form is null)
        {
            await messages.UnreadableFormAsync(request, status, backUrl).ConfigureAwait(false);
            return null;
        }

        var typed = Forms.Field(form, "markdown");
        if (!await Forms.IsOwnAsync(request.Http, antiforgery).ConfigureAwait(false))
        {
            await messages.ForeignFormAsync(request, backUrl, typed).ConfigureAwait(false);
            return null;
        }

        if (LimitRefusal.Of(request.Http) is { } refusal)
        {
            await messages.LimitedAsync(request, refusal, backUrl, typed).ConfigureAwait(false);
            return null;
        }

        return form;
    }

    /// <summary>The queue a form says it belongs to; the default one for what cannot be read.</summary>
    public static QueueScope Scope(IFormCollection form) =>
        Forms.Field(form, "scope") is { Length: > 0 and < 4_000 } text ? QueueScope.Read(QueryHelpers.ParseQuery(text)).Scope ?? new QueueScope() : new QueueScope();

    /// <summary>A whole number that was sent; null when there is none.</summary>
    public static long? Number(IFormCollection form, string name) =>
        long.TryParse(Forms.Field(form, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What was said, without spaces around it; null for nothing.</summary>
    public static string? Words(IFormCollection form, string name) => Forms.Field(form, name)?.Trim() is { Length: > 0 } text ? text.ReplaceLineEndings("\n") : null;
}
