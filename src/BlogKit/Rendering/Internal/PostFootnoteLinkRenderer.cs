using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;

namespace BlogKit.Internal;

/// <summary>Writes the links to and from footnotes, but not in an excerpt.</summary>
internal sealed class PostFootnoteLinkRenderer : HtmlFootnoteLinkRenderer
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        if (renderer is not PostHtmlRenderer { IsExcerpt: false, AnchorPrefix: var prefix })
        {
            return;
        }

        if (prefix.Length == 0)
        {
            base.Write(renderer, link);
            return;
        }

        var (order, index) = (
            link.Footnote.Order.ToString(CultureInfo.InvariantCulture), link.Index.ToString(CultureInfo.InvariantCulture));
        renderer.Write(link.IsBackLink
            ? $"<a href=\"#{prefix}fnref:{index}\" class=\"footnote-back-ref\">&#8617;</a>"
            : $"<a id=\"{prefix}fnref:{index}\" href=\"#{prefix}fn:{order}\" class=\"footnote-ref\"><sup>{order}</sup></a>");
    }
}
