using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace BlogKit.Internal;

/// <summary>Writes <c>&lt;https://…&gt;</c> as a link when its scheme is allowed, and as it was typed when it is not.</summary>
internal sealed class PostAutolinkRenderer : AutolinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
    {
        var post = (PostHtmlRenderer)renderer;
        if (post.LinkDepth == 0 && post.Links.Author(obj.IsEmail ? $"mailto:{obj.Url}" : obj.Url) is not null)
        {
            base.Write(renderer, obj);
            return;
        }

        renderer.WriteEscape($"<{obj.Url}>");
    }
}
