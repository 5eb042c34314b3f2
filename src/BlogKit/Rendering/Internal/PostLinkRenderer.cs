using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace BlogKit.Internal;

/// <summary>Writes an author's links and pictures when their target is allowed, and only their text when it is not.</summary>
internal sealed class PostLinkRenderer : LinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var post = (PostHtmlRenderer)renderer;
        var target = link.GetDynamicUrl?.Invoke() ?? link.Url;
        var isAllowed = post.Links.Author(target) is not null
            && (link.Reference is null || post.TrySpend((target?.Length ?? 0) + (link.Title?.Length ?? 0)))
            && (link.IsImage || post.LinkDepth == 0);
        if (!isAllowed)
        {
            post.WriteChildren(link);
            return;
        }

        post.LinkDepth += link.IsImage ? 0 : 1;
        base.Write(renderer, link);
        post.LinkDepth -= link.IsImage ? 0 : 1;
    }
}
