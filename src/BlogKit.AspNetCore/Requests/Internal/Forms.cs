using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What forms of readers have in common: how large they may be, and that they are this site's own.</summary>
internal static class Forms
{
    private const long FixedPart = 64 * 1024;

    // One UTF-16 code unit takes at most nine bytes when percent-encoded and six when escaped in JSON.
    private const long BytesPerCharacter = 9;

    public static long LargestBody(CommentOptions options) => LargestBody(options.MaximumLength);

    /// <summary>The most bytes a text of so many characters takes, with what is around it.</summary>
    public static long LargestBody(int characters) => FixedPart + (BytesPerCharacter * characters);

    /// <summary>
    /// Whether the form is one of this site's. What the browser says of where it comes from (<c>Sec-Fetch-Site</c>, W3C Fetch Metadata; or
    /// <c>Origin</c>, RFC 6454) refuses every foreign one. Somebody signed in has to send this site's token as well; for guests, whose
    /// pages are shared and hold none, the browser's word is enough, and so is having no cookie and no credentials that a foreign site
    /// could misuse.
    /// </summary>
    public static async Task<bool> IsOwnAsync(HttpContext context, IAntiforgery antiforgery)
    {
        var isOwnOrigin = RequestOrigin.Find(context.Request);
        if (isOwnOrigin is false)
        {
            return false;
        }

        if (HasNothingToMisuse(context) || (isOwnOrigin is true && !IsSignedIn(context)))
        {
            return true;
        }

        try
        {
            await antiforgery.ValidateRequestAsync(context).ConfigureAwait(false);
            return true;
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }

    /// <summary>
    /// The proof for the forms of a page of readers; null for whoever needs none (<see cref="IsOwnAsync"/>): reading alone sets no cookie.
    /// </summary>
    public static AntiforgeryTokenSet? TokensFor(HttpContext context, IAntiforgery antiforgery) =>
        HasNothingToMisuse(context) ? null : antiforgery.GetAndStoreTokens(context);

    /// <summary>The first value of a field; null when it was not sent.</summary>
    public static string? Field(IFormCollection form, string name) => form[name] is [var value, ..] ? value : null;

    private static bool IsSignedIn(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true || context.Request.Headers.Authorization.Count > 0;

    private static bool HasNothingToMisuse(HttpContext context) => !IsSignedIn(context) && context.Request.Cookies.Count == 0;
}
