using Microsoft.AspNetCore.Authentication.Cookies;

namespace BlogKit.Samples.Web.Accounts;

/// <summary>
/// Gives the cookie the prefix <c>__Host-</c> where a request is https: browsers take it from this host alone. Over plain http, as on one's
/// own machine, no browser takes such a name, and the cookie has its plain one.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, NameFor(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, NameFor(context, key), value, Whole(context, options));

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, NameFor(context, key), Whole(context, options));

    private static string NameFor(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;

    private static CookieOptions Whole(HttpContext context, CookieOptions options)
    {
        if (context.Request.IsHttps)
        {
            options.Path = "/";
            options.Domain = null;
            options.Secure = true;
        }

        return options;
    }
}
