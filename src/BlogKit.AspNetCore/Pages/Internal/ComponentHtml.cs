using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The one place that renders components. Everything happens on the renderer's dispatcher, also after a component of the application's
/// awaited something.
/// </summary>
internal static class ComponentHtml
{
    private const int UsualLength = 16 * 1024;

    /// <summary>Renders a component as text.</summary>
    public static async Task<StringBuilder> RenderAsync(
        IServiceProvider services,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type component,
        IDictionary<string, object?> parameters)
    {
        var text = new StringBuilder(UsualLength);
        await WriteAsync(services, component, parameters, new StringWriter(text, CultureInfo.InvariantCulture)).ConfigureAwait(false);
        return text;
    }

    /// <summary>Renders a component, and writes it when it is complete.</summary>
    public static async Task WriteAsync(
        IServiceProvider services,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type component,
        IDictionary<string, object?> parameters,
        TextWriter writer) =>
        await RunAsync(new ReadableTextServices(services), services.GetRequiredService<ILoggerFactory>(), async renderer =>
        {
            var root = await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters)).ConfigureAwait(true);
            root.WriteHtmlTo(writer);
            return true;
        }).ConfigureAwait(false);

    /// <summary>
    /// Renders a component of BlogKit's that asks for no services, once for each of several sets of parameters. May be called while another
    /// is rendered, or where there is no request: it sets up nothing of one.
    /// </summary>
    public static async Task<IReadOnlyList<string>> RenderManyAsync(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type component,
        IEnumerable<IDictionary<string, object?>> parameters) =>
        await RunAsync(new ReadableText(), NullLoggerFactory.Instance, async renderer =>
        {
            var all = new List<string>();
            foreach (var one in parameters)
            {
                all.Add((await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(one)).ConfigureAwait(true))
                    .ToHtmlString());
            }

            return all;
        }).ConfigureAwait(false);

    // On the dispatcher, the writing too: a component that is not ready at once would else be written from another thread, which the
    // renderer refuses.
    private static async Task<T> RunAsync<T>(IServiceProvider services, ILoggerFactory loggers, Func<HtmlRenderer, Task<T>> render)
    {
#pragma warning disable RS0030 // The one place: whoever renders elsewhere may leave the dispatcher.
        var renderer = new HtmlRenderer(services, loggers);
#pragma warning restore RS0030
        await using (renderer.ConfigureAwait(false))
        {
            return await renderer.Dispatcher.InvokeAsync(() => render(renderer)).ConfigureAwait(false);
        }
    }
}
