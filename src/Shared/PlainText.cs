using Microsoft.AspNetCore.Http;

namespace BlogKit.Internal;

/// <summary>Answers for programs, in a sentence. Compiled into every package of the web.</summary>
internal static class PlainText
{
    public static Task WriteAsync(HttpContext context, int status, string text)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        return response.WriteAsync(text + "\n", context.RequestAborted);
    }
}
