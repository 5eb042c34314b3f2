using Markdig.Extensions.Footnotes;
using Markdig.Renderers;

namespace BlogKit.Internal;

/// <summary>Writes the links to and from footnotes, but not in an excerpt.</summary>
internal sealed class PostFootnoteLinkRenderer : HtmlFootnoteLinkRenderer
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        if (renderer is not PostHtmlRenderer { IsExcerpt: true })
        {
            base.Write(renderer, link);
        }
    }
}
