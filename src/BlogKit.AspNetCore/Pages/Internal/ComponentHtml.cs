using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The one place that renders components. Everything happens on the renderer's dispatcher, also after a component of the application's
/// awaited something.
/// </summary>
internal static class ComponentHtml
{
    private const int UsualLength = 16 * 1024;

    public static async Task<StringBuilder> RenderAsync(
        IServiceProvider services,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type component,
        IDictionary<string, object?> parameters)
    {
#pragma warning disable RS0030 // The one place: whoever renders elsewhere may leave the dispatcher.
        var renderer = new HtmlRenderer(new ReadableTextServices(services), services.GetRequiredService<ILoggerFactory>());
#pragma warning restore RS0030
        await using (renderer.ConfigureAwait(false))
        {
            return await renderer.Dispatcher.InvokeAsync(async () =>
            {
                // On the dispatcher: a component that is not ready at once would else be written from another thread, which the renderer
                // refuses.
                var root = await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters)).ConfigureAwait(true);
                var writer = new StringWriter(new StringBuilder(UsualLength), CultureInfo.InvariantCulture);
                root.WriteHtmlTo(writer);
                return writer.GetStringBuilder();
            }).ConfigureAwait(false);
        }
    }
}
