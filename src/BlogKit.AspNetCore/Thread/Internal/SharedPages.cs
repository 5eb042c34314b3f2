using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Routes to pages that are the same for everybody who is not recognised.</summary>
internal static class SharedPages
{
    /// <summary>The parameter of a list's further pages.</summary>
    public const string Cursor = "cursor";

    /// <summary>The parameter of a thread's further pages.</summary>
    public const string Comments = "comments";

    /// <summary>The parameter of a thread's order.</summary>
    public const string Sort = "sort";

    /// <summary>The parameter of the comment that the page is to hold.</summary>
    public const string Comment = "comment";

    // What a page shows one visitor alone.
    private static readonly string[] Personal = ["held", "replyTo", OwnDeeds.Parameter];

    /// <summary>
    /// Maps a page. Whatever parameter it does not name has no effect on it: the address is answered as if it were not there, and nothing
    /// is kept for it.
    /// </summary>
    public static IEndpointConventionBuilder MapSharedRead<THandler>(
        this BlogRoutes routes, string pattern, Func<THandler, BlogRequest, Task> make, string name, params string[] parameters)
        where THandler : notnull
    {
        var answer = routes.Open(make);
        return routes.Group.MapRead(
            pattern,
            context => context.RequestServices.GetRequiredService<PageCache>() is { IsEnabled: true } cache
                && KeyOf(context, cache, parameters) is { } key
                ? AnswerAsync(context, cache, key, HasOtherParameters(context.Request, parameters), answer)
                : answer(context),
            name,
            EndpointRules.Page);
    }

    private static async Task AnswerAsync(HttpContext context, PageCache cache, string key, bool onlyFind, RequestDelegate answer)
    {
        if (cache.Find(key) is { } kept)
        {
            await CachedPageWriter.WriteAsync(context, kept).ConfigureAwait(false);
            return;
        }

        if (onlyFind)
        {
            await answer(context).ConfigureAwait(false);
            return;
        }

        var made = await cache.GetAsync(
            key,
            async page =>
            {
                // For everybody: neither the one who asks first and leaves, nor what their browser sends along, has a part in it.
                using var making = new CancellationTokenSource(SharedPage.LongestMaking);
                page.Begin(context, making.Token);
                try
                {
                    await answer(context).ConfigureAwait(false);
                }
                finally
                {
                    page.End(context);
                }
            },
            context.RequestAborted).ConfigureAwait(false);
        if (made is not null)
        {
            await CachedPageWriter.WriteAsync(context, made).ConfigureAwait(false);
        }
    }

    /// <summary>The address as the page understands it; null when the visitor may be known, or a value was not understood.</summary>
    private static string? KeyOf(HttpContext context, PageCache cache, string[] parameters)
    {
        var request = context.Request;
        if (context.User.Identity?.IsAuthenticated == true
            || request.Headers.Authorization.Count > 0
            || IsRecognised(request)
            || context.Features.Get<StaticExport>() is not null
            || (request.Query.Count > 0 && request.Query.Keys.Any(k => Has(Personal, k) || cache.HasOwnMeaning(k))))
        {
            return null;
        }

        var values = new string?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            if (!TryRead(request, parameters[i], out values[i]))
            {
                return null;
            }
        }

        // A comment that is looked for decides alone which page it is: the other value would be read by nobody.
        return Value(parameters, values, Comment) is not null && Value(parameters, values, Comments) is not null
            ? null
            : JoinedKey.Of([request.Scheme, request.Host.Value, request.PathBase.Value, request.Path.Value, .. values]);
    }

    private static string? Value(string[] parameters, string?[] values, string name) =>
        Array.IndexOf(parameters, name) is >= 0 and var at ? values[at] : null;

    private static bool TryRead(HttpRequest request, string name, out string? value)
    {
        value = null;
        var given = request.Query[name];
        if (given is [] or [null or ""])
        {
            return true;
        }

        if (given is not [{ } text])
        {
            return false;
        }

        value = name switch
        {
            Sort => PageText.TryReadSort(text, out _) ? text : null,
            Comment => BlogRequest.CommentFrom(text)?.ToString(),
            _ => text,
        };
        return value is not null;
    }

    private static bool HasOtherParameters(HttpRequest request, string[] parameters) =>
        request.Query.Count > 0 && request.Query.Keys.Any(k => !Has(parameters, k));

    private static bool Has(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    // Whoever has none sends no Cookie header: the parsing is spared for most.
    private static bool IsRecognised(HttpRequest request) =>
        request.Headers.ContainsKey(HeaderNames.Cookie)
        && (Visitors.IsKnown(request)
            || WebCookies.Has(request, RememberedCommenter.CookieName)
            || WebCookies.HasAny(request, PostAccess.IsCookie));
}
