using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What a browser says about where a request comes from. Scripts cannot change either header.</summary>
internal static class RequestOrigin
{
    private const string SecFetchSite = "Sec-Fetch-Site";

    /// <summary>
    /// True for a request from a page of this origin (or typed by the user), false for one from elsewhere, null when the client does not
    /// say.
    /// </summary>
    public static bool? Find(HttpRequest request)
    {
        if (request.Headers[SecFetchSite] is [{ Length: > 0 } site, ..])
        {
            return site is "same-origin" or "none";
        }

        if (request.Headers.Origin is not [{ Length: > 0 } origin, ..])
        {
            return null;
        }

        // An opaque origin ("null") is nobody's own.
        return Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}", UriKind.Absolute, out var own)
            && Uri.Compare(from, own, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
    }
}
