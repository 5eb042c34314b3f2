using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// What a page of the blog has for the head, for a Razor layout. Whatever asks for it first gets it: the section <c>Head</c>,
/// <c>blogkit-head</c>, or nobody.
/// </summary>
internal sealed class LayoutHead(PageFrame frame, IHtmlContent content) : IHtmlContent
{
    public PageFrame Frame => frame;

    /// <summary>Whether the layout has put it into its head.</summary>
    public bool IsWritten { get; private set; }

    /// <summary>The content; nothing when it has been taken.</summary>
    public IHtmlContent Take()
    {
        if (IsWritten)
        {
            return HtmlString.Empty;
        }

        IsWritten = true;
        return content;
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => Take().WriteTo(writer, encoder);
}
