using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What the cookies of the pages have in common: no script reads them, and no other site's form sends them.</summary>
internal static class WebCookies
{
    public static CookieOptions Options(HttpContext context, BlogLinks links, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = links.Home,
        MaxAge = lifetime,
        IsEssential = true,
    };
}
