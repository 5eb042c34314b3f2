using System.Text.Encodings.Web;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Lets links inside stored HTML lead to places on the page it is shown on, whatever the page says its addresses begin with.
/// </summary>
internal static class FragmentLinks
{
    /// <summary>The HTML with the page's address before every fragment; itself when there is none, or no page.</summary>
    public static string In(string html, string pageUrl)
    {
        if (pageUrl.Length == 0 || !html.Contains('#', StringComparison.Ordinal))
        {
            return html;
        }

        var page = HtmlEncoder.Default.Encode(pageUrl);
        return AbsoluteUrls.In(html, address => address.StartsWith('#') ? page + address : address);
    }
}
