using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Leads a browser on to another address.</summary>
internal static class Redirection
{
    public static void Write(HttpContext context, int status, string path)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = path;
    }
}
