using System.Net;
using System.Text;

namespace BlogKit.Interchange.Internal;

/// <summary>Writes a link to what another site embeds.</summary>
internal static class Links
{
    /// <summary>Writes a paragraph with the link; false, with nothing written, for what is no address of the web.</summary>
    public static bool TryWrite(string address, StringBuilder html)
    {
        var plain = WebUtility.HtmlDecode(address);
        if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return false;
        }

        var text = WebUtility.HtmlEncode(plain);
        html.Append("<p><a href=\"").Append(text).Append("\">").Append(text).Append("</a></p>");
        return true;
    }
}
