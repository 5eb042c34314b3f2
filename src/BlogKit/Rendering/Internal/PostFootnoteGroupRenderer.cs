using Markdig.Extensions.Footnotes;
using Markdig.Renderers;

namespace BlogKit.Internal;

/// <summary>Writes the footnotes below a text, with the text's own prefix before their anchors.</summary>
internal sealed class PostFootnoteGroupRenderer : HtmlFootnoteGroupRenderer
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup footnotes)
    {
        if (renderer is not PostHtmlRenderer { AnchorPrefix: { Length: > 0 } prefix })
        {
            base.Write(renderer, footnotes);
            return;
        }

        renderer.EnsureLine();
        renderer.WriteLine($"<div class=\"{GroupClass}\">").WriteLine("<hr />").WriteLine("<ol>");
        foreach (var footnote in footnotes.OfType<Footnote>())
        {
            renderer.WriteLine(FormattableString.Invariant($"<li id=\"{prefix}fn:{footnote.Order}\">"));
            renderer.WriteChildren(footnote);
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol>").WriteLine("</div>");
    }
}
