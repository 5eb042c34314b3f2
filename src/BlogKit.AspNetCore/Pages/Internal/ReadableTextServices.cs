using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The request's services, except that text is encoded for a page in UTF-8: what has a meaning in HTML is escaped, letters of other scripts stay letters
/// instead of becoming entities six times their size. Leaves the encoder of the application alone.
/// </summary>
internal sealed class ReadableTextServices(IServiceProvider services) : IServiceProvider
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // An application with pages of its own in Razor components has a NavigationManager that only those pages set up: the renderer would ask it for the address of a form without one.
    public object? GetService(Type serviceType) =>
        serviceType == typeof(HtmlEncoder) ? Encoder : serviceType == typeof(NavigationManager) ? null : services.GetService(serviceType);
}
