using Microsoft.AspNetCore.Http;

namespace BlogKit.OpenWeb.Internal;

/// <summary>Tells a program's request from one that another site makes a signed-in person's browser send.</summary>
internal static class SameSite
{
    /// <summary>
    /// Whether the request may rely on who is signed in: it carries credentials of its own, or no browser says that another site sends it.
    /// </summary>
    public static bool MayWrite(HttpRequest request)
    {
        if (request.Headers.Authorization.Count > 0)
        {
            return true;
        }

        return (request.Headers["Sec-Fetch-Site"] is not [{ Length: > 0 } site, ..] || site is "same-origin" or "none")
            && (request.Headers.Origin is not [{ Length: > 0 } origin, ..]
                || string.Equals(origin, $"{request.Scheme}://{request.Host.ToUriComponent()}", StringComparison.OrdinalIgnoreCase));
    }
}
