using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The cookies of the pages: no script reads them, and no other site's form sends them. Over https their names begin with <c>__Host-</c>,
/// which a browser takes from this host alone: neither a neighbour below the same domain nor somebody on the line can put one under. Over
/// plain http no browser takes such a name, and the plain one is used.
/// </summary>
internal static class WebCookies
{
    private const string HostPrefix = "__Host-";

    /// <summary>What the browser keeps under a name; null for nothing.</summary>
    public static string? Read(HttpRequest request, string name) => request.Cookies[NameFor(request, name)];

    public static bool Has(HttpRequest request, string name) => request.Cookies.ContainsKey(NameFor(request, name));

    /// <summary>Whether the browser keeps one of a kind.</summary>
    public static bool HasAny(HttpRequest request, Func<string, bool> isOne) => request.Cookies.Keys.Any(key =>
        request.IsHttps ? key.StartsWith(HostPrefix, StringComparison.Ordinal) && isOne(key[HostPrefix.Length..]) : isOne(key));

    public static void Keep(
        HttpContext context, BlogLinks links, string name, string value, TimeSpan? lifetime, Action<CookieOptions>? configure = null)
    {
        var options = Options(context, links, lifetime);
        configure?.Invoke(options);
#pragma warning disable RS0030 // The one place: the name has its prefix.
        context.Response.Cookies.Append(NameFor(context.Request, name), value, options);
#pragma warning restore RS0030
    }

    public static void Forget(HttpContext context, BlogLinks links, string name) =>
        context.Response.Cookies.Delete(NameFor(context.Request, name), Options(context, links, lifetime: null));

    private static string NameFor(HttpRequest request, string name) => request.IsHttps ? HostPrefix + name : name;

    // Only a cookie for the whole host may have the prefix.
    private static CookieOptions Options(HttpContext context, BlogLinks links, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = context.Request.IsHttps ? "/" : links.Home,
        MaxAge = lifetime,
        IsEssential = true,
    };
}
