using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Puts the Razor layout of an application in MVC or Razor Pages around pages of the blog.</summary>
internal sealed partial class ViewLayouts(IOptions<PageOptions> options, ILogger<ViewLayouts> logger)
{
    private const int UsualLength = 16 * 1024;

    private const string NotNative =
        "BlogKitWebOptions.ViewLayout needs MVC, which does not run in an application compiled to native code. "
        + "Set Layout to a Razor component.";

    private int _warned;

    /// <summary>The layout of the options; null for none.</summary>
    public string? Name => options.Value.ViewLayout;

    /// <summary>Says at the start what is missing.</summary>
    /// <exception cref="InvalidOperationException">
    /// There is no MVC in the application, or no such layout; or the application is compiled to native code.
    /// </exception>
    public void Demand(IServiceProvider services)
    {
        if (Name is not { } name)
        {
            return;
        }

        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            throw new InvalidOperationException(NotNative);
        }

        using var scope = services.CreateScope();
        if (scope.ServiceProvider.GetService<IRazorViewEngine>() is not { } engine)
        {
            throw new InvalidOperationException(
                "BlogKitWebOptions.ViewLayout needs Razor views. "
                + "Call builder.Services.AddRazorPages() or AddControllersWithViews(), or set Layout to a Razor component.");
        }

        var found = Find(
            engine,
            new ActionContext(new DefaultHttpContext { RequestServices = scope.ServiceProvider }, new RouteData(), new ActionDescriptor()),
            name);
        if (found.Page is null)
        {
            throw new InvalidOperationException(
                $"BlogKitWebOptions.ViewLayout names '{name}', and there is no such view. "
                + $"Looked for in:\n{string.Join('\n', found.SearchedLocations ?? [])}");
        }
    }

    /// <summary>The document: the layout with the page in it.</summary>
    // The native compiler knows the answer, and leaves MVC out.
    public Task<StringBuilder> AroundAsync(HttpContext context, int status, PageFrame frame, StringBuilder head, StringBuilder body) =>
        RuntimeFeature.IsDynamicCodeSupported
            ? RenderAsync(context, status, frame, head, body)
            : throw new InvalidOperationException(NotNative);

    private async Task<StringBuilder> RenderAsync(HttpContext context, int status, PageFrame frame, StringBuilder head, StringBuilder body)
    {
        var services = context.RequestServices;
        var engine = new LayoutViewEngine(services.GetRequiredService<IRazorViewEngine>());
        var contents = new LayoutHead(frame, new HtmlString(head.ToString()));
        var page = new LayoutPage(Name!, contents, new LayoutBody(contents, new HtmlString(body.ToString())));
        engine.Page = page;
        context.Features.Set(contents);

        // A layout may ask what became of the request.
        context.Response.StatusCode = status;
        var action = new ActionContext(context, context.GetRouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary(services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary())
        {
            ["Title"] = frame.Marked(frame.Title),
            ["Description"] = frame.Description,
            ["Frame"] = frame,
        };
        var writer = new StringWriter(new StringBuilder(UsualLength), System.Globalization.CultureInfo.InvariantCulture);
        var view = new RazorView(
            engine,
            services.GetRequiredService<IRazorPageActivator>(),
            [],
            page,
            services.GetRequiredService<HtmlEncoder>(),
            services.GetRequiredService<DiagnosticListener>());
        await view.RenderAsync(new ViewContext(
            action,
            view,
            data,
            services.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context),
            writer,
            services.GetRequiredService<IOptions<Microsoft.AspNetCore.Mvc.MvcViewOptions>>().Value.HtmlHelperOptions)).ConfigureAwait(
                false);
        if (!contents.IsWritten && Interlocked.Exchange(ref _warned, 1) == 0)
        {
            NoHead(logger, Name!);
        }

        return writer.GetStringBuilder();
    }

    private static RazorPageResult Find(IRazorViewEngine engine, ActionContext context, string name) =>
        name.StartsWith('/') || name.StartsWith("~/", StringComparison.Ordinal)
            ? engine.GetPage(name, name)
            : engine.FindPage(context, name);

    [LoggerMessage(EventId = 120, Level = LogLevel.Warning, Message = "The layout '{Layout}' around the blog has no place for the head of "
        + "its pages: description, canonical address, link previews and feeds are left out. "
        + "Put @await RenderSectionAsync(\"Head\", required: false), or <blogkit-head />, into its head.")]
    private static partial void NoHead(ILogger logger, string layout);

    /// <summary>
    /// The page's content; before it the style sheet and the script, when the layout's head has not got them. Written last of all, when
    /// that is known.
    /// </summary>
    private sealed class LayoutBody(LayoutHead head, IHtmlContent content) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            if (!head.IsWritten)
            {
                writer.Write("<link rel=\"stylesheet\" href=\"");
                writer.Write(encoder.Encode(head.Frame.Links.StyleSheet));
                writer.Write("\" />");
                if (!head.Frame.IsStatic)
                {
                    writer.Write("<script type=\"module\" src=\"");
                    writer.Write(encoder.Encode(head.Frame.Links.Script));
                    writer.Write("\"></script>");
                }
            }

            content.WriteTo(writer, encoder);
        }
    }
}
