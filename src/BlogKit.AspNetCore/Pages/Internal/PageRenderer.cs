using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using BlogKit.AspNetCore.Components;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Renders a component as the whole answer, with the headers every page has. Nothing is sent before the page is complete; a page for
/// everybody is sent by whoever had it made.
/// </summary>
internal sealed partial class PageRenderer(
    Views views,
    ViewLayouts layouts,
    Navigation navigation,
    UnknownAddresses addresses,
    IOptions<PageOptions> options,
    ILogger<PageRenderer> logger)
{
    /// <summary>Writes a page of the blog. One command for what its header links to, unless that is known.</summary>
    public async Task WriteAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TView, TModel>(
        HttpContext context, int status, TModel model)
        where TView : BlogView<TModel>
        where TModel : IPageModel<TModel>
    {
        // Views are pure: whatever they show is read before.
        var blog = model.Frame.Blog;
        var pages = blog.Version == 0 ? [] : await navigation.ListAsync(blog.Id, context.RequestAborted).ConfigureAwait(false);
        if (blog.BaseUrl is null && model.Frame.Canonical is not null)
        {
            addresses.Warn(blog);
        }

        var whole = model.With(pages);
        using var page = new PageWriter();
        var isInLayout = layouts.Name is null
            ? await NameFaultAsync<TView>(context, RenderAsync<TView>(context, whole, page)).ConfigureAwait(false)
            : await NameFaultAsync<TView>(
                context, RenderInViewAsync<TView>(context, status, whole, whole.Frame, page)).ConfigureAwait(false);
        if (options.Value.Layout is not null)
        {
            // The layout may be that of a Blazor application, which asks for a page anew, as a whole document, when the answer does not say
            // this.
            context.Response.Headers.TryAdd("blazor-enhanced-nav", "allow");
        }

        await WriteAsync(
            context,
            status,
            page,
            isInLayout ? options.Value.LayoutContentSecurityPolicy : options.Value.ContentSecurityPolicy).ConfigureAwait(false);
    }

    /// <summary>Writes a page without the blog's header, or a part of one.</summary>
    public async Task WriteBareAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TView, TModel>(
        HttpContext context, int status, TModel model)
        where TView : BlogView<TModel>
    {
        using var page = new PageWriter();
        await NameFaultAsync<TView>(context, RenderAsync<TView>(context, model, page)).ConfigureAwait(false);
        await WriteAsync(context, status, page, options.Value.ContentSecurityPolicy).ConfigureAwait(false);
    }

    // The trace of a fault names a method that the compiler made; of which view's page it was, maybe one of the application's, is said
    // here.
    private async Task<bool> NameFaultAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TView>(
        HttpContext context, Task<bool> rendering)
        where TView : IComponent
    {
        try
        {
            return await rendering.ConfigureAwait(false);
        }
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested)
        {
            ViewFailed(logger, views.For<TView>().FullName, fault);
            throw;
        }
    }

    [LoggerMessage(EventId = 122, Level = LogLevel.Error, Message = "The page of the view {View} failed: it was not made and is not kept.")]
    private static partial void ViewFailed(ILogger logger, string? view, Exception fault);

    // Whether a layout of the application's is around it.
    private async Task<bool> RenderAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TView>(
        HttpContext context, object? model, PageWriter page)
        where TView : IComponent
    {
        await ComponentHtml.WriteAsync(
            context.RequestServices, views.For<TView>(), Parameters(model), page).ConfigureAwait(false);
        return options.Value.Layout is not null;
    }

    private async Task<bool> RenderInViewAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TView>(
        HttpContext context, int status, object model, PageFrame frame, PageWriter page)
        where TView : IComponent
    {
        var text = await ComponentHtml.RenderAsync(
            context.RequestServices, views.For<TView>(), Parameters(model)).ConfigureAwait(false);
        var isDocument = IsDocument(text);
        if (!isDocument)
        {
            var head = await ComponentHtml.RenderAsync(
                context.RequestServices,
                typeof(BlogHead),
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    [nameof(BlogHead.Frame)] = frame,
                    [nameof(BlogHead.HasTitle)] = false,
                }).ConfigureAwait(false);
            text = await layouts.AroundAsync(context, status, frame, head, text).ConfigureAwait(false);
        }

        foreach (var chunk in text.GetChunks())
        {
            page.Write(chunk.Span);
        }

        return !isDocument || options.Value.Layout is not null;
    }

    private static Dictionary<string, object?> Parameters(object? model) =>
        new(StringComparer.Ordinal) { [nameof(BlogView<object>.Model)] = model };

    private async Task WriteAsync(HttpContext context, int status, PageWriter page, string? securityPolicy)
    {
        // A component whose reading was cancelled is shown without what it read.
        context.RequestAborted.ThrowIfCancellationRequested();
        var isForEverybody = IsForEverybody(context.Response);
        SetHeaders(context.Response, status, securityPolicy);
        if (status == StatusCodes.Status200OK && isForEverybody && context.Features.Get<SharedPage>() is { } shared)
        {
            shared.Result = new CachedPage(page.ToArray(), KeptHeaders(context.Response));
            return;
        }

        // Nobody waits for how fast this one takes it.
        context.Features.Get<SharedPage>()?.End(context);

        // What is written before the headers are is copied once more.
        context.Response.ContentLength = page.Complete();
        await context.Response.StartAsync(context.RequestAborted).ConfigureAwait(false);
        page.CopyTo(context.Response.BodyWriter);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    // A page that replaces one of BlogKit's may be a document of its own.
    private static bool IsDocument(StringBuilder text)
    {
        var start = text.ToString(0, Math.Min(text.Length, 200)).AsSpan().TrimStart();
        return start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    // A layout of the application's may put something of a single visitor into a page, such as the token of a form: the framework says so
    // in these headers.
    private static bool IsForEverybody(HttpResponse response) =>
        response.Headers.SetCookie.Count == 0
        && response.Headers.CacheControl.All(static value => value?.Contains("no-store", StringComparison.OrdinalIgnoreCase) != true);

    private static ImmutableArray<KeyValuePair<string, StringValues>> KeptHeaders(HttpResponse response) =>
        [.. response.Headers.Where(static h => h.Key is not ("Cache-Control" or "Vary" or "Set-Cookie" or "Date" or "Server"))];

    private void SetHeaders(HttpResponse response, int status, string? securityPolicy)
    {
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        var headers = response.Headers;
        if (status == StatusCodes.Status429TooManyRequests && headers.RetryAfter.Count == 0)
        {
            headers.RetryAfter = LimitRefusal.UsualWait.ToString(CultureInfo.InvariantCulture);
        }

        if (headers.ContentSecurityPolicy.Count == 0 && securityPolicy is { Length: > 0 })
        {
            headers.ContentSecurityPolicy = securityPolicy;
        }

        if (options.Value.PermissionsPolicy is { Length: > 0 } permissions)
        {
            headers.TryAdd("Permissions-Policy", permissions);
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
