using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Renders a component as the whole answer, with the headers every page has. Nothing is sent before the page is complete.</summary>
internal sealed class PageRenderer(ILoggerFactory loggers, Views views, IOptions<BlogKitWebOptions> options)
{
    private const int UsualLength = 16 * 1024;

    public async Task WriteAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TComponent>(
        HttpContext context, int status, object model)
        where TComponent : IComponent
    {
        var renderer = new HtmlRenderer(new ReadableTextServices(context.RequestServices), loggers);
        await using (renderer.ConfigureAwait(false))
        {
            var text = await renderer.Dispatcher.InvokeAsync(async () =>
            {
                var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model });
                var root = await renderer.RenderComponentAsync(views.For<TComponent>(), parameters).ConfigureAwait(false);
                var writer = new StringWriter(new StringBuilder(UsualLength), System.Globalization.CultureInfo.InvariantCulture);
                root.WriteHtmlTo(writer);
                return writer.GetStringBuilder();
            }).ConfigureAwait(false);

            SetHeaders(context.Response, status);
            var encoder = Encoding.UTF8.GetEncoder();
            foreach (var chunk in text.GetChunks())
            {
                encoder.Convert(chunk.Span, context.Response.BodyWriter, flush: false, out _, out _);
            }

            encoder.Convert([], context.Response.BodyWriter, flush: true, out _, out _);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }

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
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";

        // What a page shows depends on whose held comments it may show.
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "private, no-cache";
        }
    }
}
