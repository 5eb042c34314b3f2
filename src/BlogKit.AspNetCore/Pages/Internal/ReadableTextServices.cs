using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The request's services, except that text is encoded for a page in UTF-8: what has a meaning in HTML is escaped, letters of other scripts stay letters
/// instead of becoming entities six times their size. Leaves the encoder of the application alone.
/// </summary>
internal sealed class ReadableTextServices(IServiceProvider services) : IServiceProvider
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public object? GetService(Type serviceType) => serviceType == typeof(HtmlEncoder) ? Encoder : services.GetService(serviceType);
}
