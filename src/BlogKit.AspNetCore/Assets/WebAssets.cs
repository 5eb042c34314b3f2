using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The style sheets and scripts of the package.</summary>
internal static class WebAssets
{
    /// <summary>The style sheet of readers' pages.</summary>
    public static WebAsset Style { get; } = WebAsset.Style("blogkit.css");

    /// <summary>The script of readers' pages, which work without it too.</summary>
    public static WebAsset Script { get; } = WebAsset.Script("blogkit.js");

    /// <summary>The style sheet that the desk adds.</summary>
    public static WebAsset DeskStyle { get; } = WebAsset.Style("desk.css");

    /// <summary>The desk's keys and live counts.</summary>
    public static WebAsset DeskScript { get; } = WebAsset.Script("desk.js");

    /// <summary>The editor's preview, uploads and autosave.</summary>
    public static WebAsset EditorScript { get; } = WebAsset.Script("editor.js");

    /// <summary>The script that other sites load to show a discussion.</summary>
    public static WebAsset EmbedScript { get; } = WebAsset.Script("embed.js");

    /// <summary>The script of a discussion in a frame.</summary>
    public static WebAsset EmbedFrameScript { get; } = WebAsset.Script("embed-frame.js");

    /// <summary>The style sheet that a discussion in a frame adds.</summary>
    public static WebAsset EmbedStyle { get; } = WebAsset.Style("embed.css");

    /// <summary>The icon that browsers ask every host for.</summary>
    public static WebAsset Icon { get; } = WebAsset.Icon("favicon.ico");

    private static readonly WebAsset[] All = [Style, Script, DeskStyle, DeskScript, EditorScript, EmbedFrameScript, EmbedStyle];

    /// <summary>
    /// GET assets/{file}. The name with the current hash may be kept for ever; another name of the same asset gets the current content, to
    /// be asked for again.
    /// </summary>
    public static Task WriteAsync(HttpContext context)
    {
        var file = context.Request.RouteValues["file"] as string ?? "";
        if (Array.Find(All, a => string.Equals(a.FileName, file, StringComparison.Ordinal)) is { } current)
        {
            return WriteAsync(context, current, "public, max-age=31536000, immutable");
        }

        var (stem, extension) = (file.Split('.')[0], Path.GetExtension(file));
        if (Array.Find(All, a => string.Equals(a.Name, stem + extension, StringComparison.Ordinal)) is { } other)
        {
            return WriteAsync(context, other, "no-cache");
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>Writes one asset.</summary>
    public static async Task WriteAsync(HttpContext context, WebAsset asset, string cacheControl)
    {
        var response = context.Response;
        var headers = response.Headers;
        response.ContentType = asset.ContentType;
        headers.CacheControl = cacheControl;
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = HeaderNames.AcceptEncoding;
        var body = asset.Plain;
        if (AcceptsBrotli(context.Request))
        {
            headers.ContentEncoding = "br";
            body = asset.Compressed;
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    private static bool AcceptsBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(
            static e => e.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && e.Quality is not 0);
}
