using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Sends a kept page: in the form the client takes, or not at all when the client has it.</summary>
internal static class CachedPageWriter
{
    private static readonly StringValues Varies = "Accept-Encoding, Cookie";

    // Kept by whoever likes, but asked about every time: a page changes when somebody writes under it.
    private static readonly StringValues AskAgain = "no-cache";

    public static Task WriteAsync(HttpContext context, CachedPage page)
    {
        var (request, response) = (context.Request, context.Response);
        var compress = AcceptsBrotli(request.Headers.AcceptEncoding);
        var tag = compress ? page.CompressedTag : page.PlainTag;
        var headers = response.Headers;
        headers.ETag = tag;
        headers.CacheControl = AskAgain;
        headers.Vary = Varies;
        if (HasCurrent(request.Headers.IfNoneMatch, page))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        foreach (var (name, value) in page.Headers)
        {
            headers[name] = value;
        }

        var body = compress ? page.Compressed : page.Body;
        if (compress)
        {
            headers.ContentEncoding = "br";
        }

        response.StatusCode = StatusCodes.Status200OK;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    // RFC 9110, 13.1.2: a weak comparison, against either form.
    private static bool HasCurrent(StringValues sent, CachedPage page) =>
        sent.Count > 0
        && EntityTagHeaderValue.TryParseList(sent, out var tags)
        && tags.Any(t => t.Equals(EntityTagHeaderValue.Any)
            || t.Tag.Equals(page.PlainTag, StringComparison.Ordinal)
            || t.Tag.Equals(page.CompressedTag, StringComparison.Ordinal));

    private static bool AcceptsBrotli(StringValues accepted) =>
        accepted.Count > 0
        && StringWithQualityHeaderValue.TryParseList(accepted, out var encodings)
        && encodings.Any(static e => e.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && e.Quality is not 0);
}
