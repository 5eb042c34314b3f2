using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Renders a component as the whole answer, with the headers every page has. Nothing is sent before the page is complete; a page for everybody is sent by whoever had it made.</summary>
internal sealed class PageRenderer(Views views, Navigation navigation, PageCache cache, IOptions<BlogKitWebOptions> options)
{
    /// <summary>Writes a page of the blog. One command for what its header links to, unless that is known.</summary>
    public async Task WriteAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TComponent>(HttpContext context, int status, IPageModel model)
        where TComponent : IComponent
    {
        // Views are pure: whatever they show is read before.
        var blog = model.Frame.Blog;
        var pages = blog.Version == 0 ? [] : await navigation.ListAsync(blog.Id, context.RequestAborted).ConfigureAwait(false);
        await WriteAsync<TComponent>(context, status, (object)model.With(pages)).ConfigureAwait(false);
    }

    /// <summary>Writes a page without the blog's header, or a part of one.</summary>
    public async Task WriteAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TComponent>(HttpContext context, int status, object model)
        where TComponent : IComponent
    {
        var text = await ComponentHtml.RenderAsync(
            context.RequestServices, views.For<TComponent>(), new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model }).ConfigureAwait(false);

        // A component whose reading was cancelled is shown without what it read.
        context.RequestAborted.ThrowIfCancellationRequested();
        SetHeaders(context.Response, status);
        if (status == StatusCodes.Status200OK && context.Features.Get<SharedPage>() is { } shared)
        {
            cache.Keep(shared, new CachedPage(Encode(text), KeptHeaders(context.Response)));
            return;
        }

        Encode(text, context.Response.BodyWriter);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private static byte[] Encode(StringBuilder text)
    {
        var writer = new ArrayBufferWriter<byte>(text.Length + (text.Length / 8));
        Encode(text, writer);
        return writer.WrittenSpan.ToArray();
    }

    private static void Encode(StringBuilder text, IBufferWriter<byte> writer)
    {
        var encoder = Encoding.UTF8.GetEncoder();
        foreach (var chunk in text.GetChunks())
        {
            encoder.Convert(chunk.Span, writer, flush: false, out _, out _);
        }

        encoder.Convert([], writer, flush: true, out _, out _);
    }

    private static ImmutableArray<KeyValuePair<string, StringValues>> KeptHeaders(HttpResponse response) =>
        [.. response.Headers.Where(static h => h.Key is not ("Cache-Control" or "Vary" or "Set-Cookie" or "Date" or "Server"))];

    private void SetHeaders(HttpResponse response, int status)
    {
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        var headers = response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0 && options.Value.ContentSecurityPolicy is { Length: > 0 } policy)
        {
            headers.ContentSecurityPolicy = policy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");

        // What a page shows depends on whose held comments it may show.
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "private, no-cache";
        }
    }
}
