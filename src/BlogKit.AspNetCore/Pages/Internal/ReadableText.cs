using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The services of components that ask for none: text is encoded for a page in UTF-8, so that letters of other scripts stay letters instead
/// of becoming entities six times their size. Immutable.
/// </summary>
internal sealed class ReadableText : IServiceProvider
{
    /// <summary>Escapes what has a meaning in HTML, and nothing else.</summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    public object? GetService(Type serviceType) => serviceType == typeof(HtmlEncoder) ? Encoder : null;
}
