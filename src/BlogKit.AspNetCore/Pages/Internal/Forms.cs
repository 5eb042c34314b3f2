using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Reads what a form sent, within limits, and only from this site's own forms.</summary>
internal static class Forms
{
    private const long FixedPart = 64 * 1024;

    // One UTF-16 code unit takes at most nine bytes when percent-encoded and six when escaped in JSON.
    private const long BytesPerCharacter = 9;

    public static long LargestBody(CommentOptions options) => LargestBody(options.MaximumLength);

    /// <summary>The most bytes a text of so many characters takes, with what is around it.</summary>
    public static long LargestBody(int characters) => FixedPart + (BytesPerCharacter * characters);

    /// <summary>The form; or the status to refuse it with.</summary>
    public static async Task<(IFormCollection? Form, int Status)> ReadAsync(HttpContext context, long largestBody)
    {
        if (!context.Request.HasFormContentType)
        {
            return (null, StatusCodes.Status415UnsupportedMediaType);
        }

        if (!LimitBody(context, largestBody))
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            return (await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false), StatusCodes.Status200OK);
        }
        catch (BadHttpRequestException exception)
        {
            return (null, exception.StatusCode);
        }
        catch (NotSupportedException)
        {
            // A character set that the platform does not read, such as utf-7.
            return (null, StatusCodes.Status415UnsupportedMediaType);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException && !context.RequestAborted.IsCancellationRequested)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>
    /// Whether the form is one of this site's. What the browser says of where it comes from (<c>Sec-Fetch-Site</c>, W3C Fetch Metadata; or <c>Origin</c>, RFC 6454)
    /// refuses every foreign one. Somebody signed in has to send this site's token as well; for guests, whose pages are shared and hold none, the browser's word is
    /// enough, and so is having no cookie and no credentials that a foreign site could misuse.
    /// </summary>
    public static async Task<bool> IsOwnAsync(HttpContext context, IAntiforgery antiforgery)
    {
        var isOwnOrigin = RequestOrigin.Find(context.Request);
        if (isOwnOrigin is false)
        {
            return false;
        }

        var isSignedIn = context.User.Identity?.IsAuthenticated == true || context.Request.Headers.Authorization.Count > 0;
        if (!isSignedIn && (isOwnOrigin is true || context.Request.Cookies.Count == 0))
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

    /// <summary>The first value of a field; null when it was not sent.</summary>
    public static string? Field(IFormCollection form, string name) => form[name] is [var value, ..] ? value : null;

    /// <summary>Lowers the limit of the body; false when it is known to be over it.</summary>
    public static bool LimitBody(HttpContext context, long largestBody)
    {
        if (context.Request.ContentLength > largestBody)
        {
            return false;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature
            && (feature.MaxRequestBodySize is null || feature.MaxRequestBodySize > largestBody))
        {
            feature.MaxRequestBodySize = largestBody;
        }

        return true;
    }
}
