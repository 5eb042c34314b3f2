using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Stored HTML as markup for a page. What was written for one address and is shown at another leads where it did: the only place where
/// stored HTML becomes markup, so that nobody forgets. A test looks at every component.
/// </summary>
internal static class ShownHtml
{
    private const string MentionStart = "<a class=\"bk-mention\" href=\"#comment-";

    /// <summary>A post on its own page, at whose address its fragments are.</summary>
    public static MarkupString OnItsPage(RenderedPost rendered, string pageUrl) => new(FragmentLinks.In(rendered.Html, pageUrl));

    /// <summary>A post that is looked at elsewhere, before it has a page or at the desk.</summary>
    public static MarkupString OfPost(RenderedPost rendered, string path) => new(AbsoluteUrls.On(rendered.Html, path, keepFragments: true));

    /// <summary>The beginning of a post, on a list: of several that have the same identity in their raw HTML, each has its own.</summary>
    public static MarkupString Excerpt(ReaderPostSummary post, BlogLinks links) =>
        new(OwnIds.In(AbsoluteUrls.On(post.ExcerptHtml, links.Post(post.Slug)), $"post-{post.Id}-"));

    /// <summary>An author's profile: written for the author's page, shown below posts as well.</summary>
    public static MarkupString Biography(ReaderAuthor author, BlogLinks links) =>
        new(AbsoluteUrls.On(author.BioHtml, links.Author(author.Slug), keepFragments: true));

    /// <summary>A block below posts: written for where posts are, whichever of them it stands under.</summary>
    public static MarkupString Block(ReaderFooter block, string home) =>
        new(AbsoluteUrls.On(block.Html, home.TrimEnd('/') + "/", keepFragments: true));

    /// <summary>A comment: its mentions lead to the permalinks of the comments they mean, wherever paging has put them.</summary>
    public static MarkupString Comment(string html, BlogLinks links) => new(WithPermalinks(html, links.Comment));

    /// <summary>A comment for readers elsewhere: its mentions lead to absolute permalinks.</summary>
    public static string AbsoluteComment(string html, BlogLinks links) => WithPermalinks(html, id => links.Absolute(links.Comment(id)));

    // A comment's markup is BlogKit's own, so that this beginning of a tag is a mention and nothing else.
    private static string WithPermalinks(string html, Func<CommentId, string> link)
    {
        var at = html.IndexOf(MentionStart, StringComparison.Ordinal);
        if (at < 0)
        {
            return html;
        }

        var result = new System.Text.StringBuilder(html.Length + 64);
        var copied = 0;
        while (at >= 0)
        {
            var start = at + MentionStart.Length;
            var end = html.IndexOf('"', start);
            if (end < 0)
            {
                break;
            }

            if (CommentId.TryParse(html[start..end], null, out var id))
            {
                result.Append(html, copied, start - "#comment-".Length - copied).Append(
                    System.Text.Encodings.Web.HtmlEncoder.Default.Encode(link(id)));
                copied = end;
            }

            at = html.IndexOf(MentionStart, end, StringComparison.Ordinal);
        }

        return result.Append(html, copied, html.Length - copied).ToString();
    }
}
