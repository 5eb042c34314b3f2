using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace BlogKit.Internal;

internal sealed class FigureRenderer : HtmlObjectRenderer<FigureBlock>
{
    protected override void Write(HtmlRenderer renderer, FigureBlock obj)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<figure>");
        renderer.WriteChildren(obj.Picture);
        if (obj.Caption is not null || obj.Inline is not null)
        {
            renderer.WriteLine().Write("<figcaption>");
            renderer.WriteEscape(obj.Caption);
            renderer.Write(obj.Caption is not null && obj.Inline is not null ? " " : "");
            if (obj.Inline is not null)
            {
                renderer.Write("<small class=\"credit\">");
                renderer.WriteChildren(obj.Inline);
                renderer.Write("</small>");
            }

            renderer.Write("</figcaption>");
        }

        renderer.WriteLine().WriteLine("</figure>");
    }
}
