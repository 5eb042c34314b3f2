using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The one style sheet, named after its content and compressed once.</summary>
internal static class StyleSheet
{
    private static readonly byte[] Plain = Read();
    private static readonly byte[] Compressed = Compress(Plain);

    public static string FileName { get; } = $"blogkit.{Convert.ToHexStringLower(SHA256.HashData(Plain))[..16]}.css";

    public static async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        var isCurrent = string.Equals(context.Request.RouteValues["file"] as string, FileName, StringComparison.Ordinal);
        var headers = response.Headers;
        response.ContentType = "text/css; charset=utf-8";
        headers.CacheControl = isCurrent ? "public, max-age=31536000, immutable" : "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = HeaderNames.AcceptEncoding;
        var body = Plain;
        if (AcceptsBrotli(context.Request))
        {
            headers.ContentEncoding = "br";
            body = Compressed;
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    private static bool AcceptsBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(static e => e.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && e.Quality is not 0);

    private static byte[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("blogkit.css")
            ?? throw new InvalidOperationException("The style sheet is missing from the assembly.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static byte[] Compress(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var brotli = new BrotliStream(memory, CompressionLevel.SmallestSize))
        {
            brotli.Write(content);
        }

        return memory.ToArray();
    }
}
