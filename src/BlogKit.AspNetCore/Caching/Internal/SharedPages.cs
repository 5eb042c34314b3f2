using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Routes to pages that are the same for everybody who is not recognised.</summary>
internal static class SharedPages
{
    private const string OwnCookies = "bk.";

    /// <summary>What the content of a page depends on; an address with another parameter is answered, and not kept.</summary>
    private static readonly string[] KnownParameters = ["cursor", "comments", "sort", "comment"];

    public static IEndpointConventionBuilder ReadShared<THandler>(
        this IEndpointRouteBuilder group, string pattern, Func<THandler, HttpContext, Task> handle, string name)
        where THandler : notnull
    {
        Task Answer(HttpContext context) => handle(context.RequestServices.GetRequiredService<THandler>(), context);
        return group.Read(
            pattern,
            context => context.RequestServices.GetRequiredService<PageCache>() is { IsEnabled: true } cache && KeyOf(context) is { } key
                ? AnswerAsync(context, cache, key, Answer)
                : Answer(context),
            name);
    }

    private static async Task AnswerAsync(HttpContext context, PageCache cache, string key, RequestDelegate answer)
    {
        if (cache.Find(key) is { } kept)
        {
            await CachedPageWriter.WriteAsync(context, kept).ConfigureAwait(false);
            return;
        }

        var made = await cache.MakeAsync(
            key,
            page =>
            {
                context.Features.Set(page);
                return answer(context);
            },
            context.RequestAborted).ConfigureAwait(false);
        if (made is null)
        {
            await (cache.Find(key) is { } others ? CachedPageWriter.WriteAsync(context, others) : answer(context)).ConfigureAwait(false);
        }
    }

    /// <summary>The address as the page shows itself; null when the visitor may be known, or the address has what is not known here.</summary>
    private static string? KeyOf(HttpContext context)
    {
        var request = context.Request;
        if (context.User.Identity?.IsAuthenticated == true
            || request.Headers.Authorization.Count > 0
            || HasOwnCookie(request)
            || context.Features.Get<StaticExport>() is not null
            || request.Query.Keys.Any(static k => !KnownParameters.Contains(k, StringComparer.Ordinal)))
        {
            return null;
        }

        var key = new StringBuilder(request.Scheme, 128).Append("://").Append(request.Host.Value).Append(request.PathBase.Value).Append(request.Path.Value);
        foreach (var name in KnownParameters)
        {
            if (request.Query[name] is [{ Length: > 0 } value, ..])
            {
                key.Append(key.Length == 0 ? "" : "\n").Append(name).Append('=').Append(value);
            }
        }

        return key.ToString();
    }

    // Whoever has none sends no Cookie header: the parsing is spared for most.
    private static bool HasOwnCookie(HttpRequest request) =>
        request.Headers.ContainsKey(HeaderNames.Cookie) && request.Cookies.Keys.Any(static c => c.StartsWith(OwnCookies, StringComparison.Ordinal));
}
