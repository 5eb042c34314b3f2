using System.Globalization;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Reads what moderators send.</summary>
internal sealed class DeskForms(CommentService comments, DeskMessages messages, FormReader reader, IAntiforgery antiforgery)
{
    /// <summary>The header by which the desk's script asks for a part of a page.</summary>
    public const string FragmentHeader = "X-BlogKit-Fragment";

    /// <summary>The proof that the forms of an answer are this site's.</summary>
    public AntiforgeryTokenSet Tokens(BlogRequest request) => antiforgery.GetAndStoreTokens(request.Http);

    public static bool WantsFragment(BlogRequest request) => request.Http.Request.Headers.ContainsKey(FragmentHeader);

    /// <summary>The comment of the route, when it is of this blog; null after an answer was written.</summary>
    public async Task<Comment?> FindAsync(BlogRequest request)
    {
        if (BlogRequest.CommentFrom(request.FindRouteValue("id")) is { } id)
        {
            var found = await comments.GetAsync(request.Blog.Id, id, request.Actor, request.Aborted).ConfigureAwait(false);
            if (found.Succeeded)
            {
                return found.Value;
            }
        }

        await messages.NotFoundAsync(request).ConfigureAwait(false);
        return null;
    }

    /// <summary>The form that was sent; null after an answer was written.</summary>
    public Task<IFormCollection?> ReadAsync(BlogRequest request, string backUrl) =>
        reader.ReadWithinLimitAsync(request, messages, backUrl, static form => Forms.Field(form, "markdown"));

    /// <summary>The queue the address asks for; null after an answer was written.</summary>
    public async Task<QueueScope?> ScopeAsync(BlogRequest request)
    {
        var (scope, wrong) = QueueScope.Read(request.Http.Request.Query);
        if (scope is null)
        {
            await messages.BadValueAsync(request, wrong!, DeskLinks.Queue(request.Links, new QueueScope())).ConfigureAwait(false);
        }

        return scope;
    }

    /// <summary>The queue a form says it belongs to; the default one for what cannot be read.</summary>
    public static QueueScope Scope(IFormCollection form) =>
        Forms.Field(form, "scope") is { Length: > 0 and < 4_000 } text
            ? QueueScope.Read(QueryHelpers.ParseQuery(text)).Scope ?? new QueueScope()
            : new QueueScope();

    /// <summary>A whole number that was sent; null when there is none.</summary>
    public static long? Number(IFormCollection form, string name) =>
        long.TryParse(Forms.Field(form, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What was said, without spaces around it; null for nothing.</summary>
    public static string? Words(IFormCollection form, string name) =>
        Forms.Field(form, name)?.Trim() is { Length: > 0 } text ? text.ReplaceLineEndings("\n") : null;
}
