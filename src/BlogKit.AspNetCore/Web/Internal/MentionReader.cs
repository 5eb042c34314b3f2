using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Finds links and the least of microformats2 in another site's page: the author, summary, content and name of the first h-entry, else the page's title.
/// Everything comes back as plain text; pictures are never taken.
/// </summary>
internal static class MentionReader
{
    private const int LongestText = 2_000;
    private static readonly string[] Unseen = ["script", "style", "template", "iframe", "noscript"];

    private static readonly string[] WithinWords =
        ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"];

    /// <summary>The absolute addresses the page links to or shows; in the order of the page, repeated where it repeats them.</summary>
    public static IEnumerable<Uri> Links(IHtmlDocument document, Uri page)
    {
        var root = Root(document, page);
        return document.All
            .Select(static element => element.LocalName switch
            {
                "a" or "area" or "link" => element.GetAttribute("href"),
                "img" or "video" or "audio" or "source" => element.GetAttribute("src"),
                _ => null,
            })
            .Select(address => Resolve(root, address))
            .OfType<Uri>();
    }

    /// <summary>Where a page wants to be told of mentions (Webmention, 3.1.2): the first endpoint in its headers, else in its elements; null for nowhere.</summary>
    /// <param name="page">The page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="FetchException">The page is over a bound.</exception>
    public static async Task<Uri?> FindEndpointAsync(FetchedPage page, CancellationToken cancellationToken)
    {
        foreach (var header in page.Links)
        {
            foreach (var link in LinkHeader.Read(header))
            {
                if (link.Rel.Contains("webmention", StringComparer.OrdinalIgnoreCase))
                {
                    return Resolve(page.Url, link.Address);
                }
            }
        }

        using var document = await ForeignHtml.ParseAsync(page.Text, cancellationToken).ConfigureAwait(false);
        var element = document.All.FirstOrDefault(static e => e.LocalName is "link" or "a" && e.HasAttribute("href") && IsEndpoint(e));
        return element is null ? null : Resolve(Root(document, page.Url), element.GetAttribute("href"));
    }

    public static MentionText Read(IHtmlDocument document)
    {
        var entry = document.QuerySelector(".h-entry");
        var author = entry?.QuerySelector(".p-author");
        var name = Text(author?.QuerySelector(".p-name")) ?? Text(author);
        return new MentionText(
            name,
            Text(entry?.QuerySelector(".p-summary"))
                ?? Text(entry?.QuerySelector(".e-content, .p-content"))
                ?? Text(entry?.QuerySelectorAll(".p-name").FirstOrDefault(n => author?.Contains(n) is not true))
                ?? Text(document.QuerySelector("title")));
    }

    /// <summary>Resolves an address; null unless it is one of the web.</summary>
    public static Uri? Resolve(Uri page, string? address) =>
        address is not null && address.Length <= 2_000 && Uri.TryCreate(page, address.Trim(), out var url) && url.Scheme is ("http" or "https") ? url : null;

    private static Uri Root(IHtmlDocument document, Uri page) => Resolve(page, document.QuerySelector("base[href]")?.GetAttribute("href")) ?? page;

    private static bool IsEndpoint(IElement element) =>
        element.GetAttribute("rel")?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains("webmention", StringComparer.OrdinalIgnoreCase) is true;

    /// <summary>What a reader sees of an element, plain text in one line; null for nothing.</summary>
    private static string? Text(IElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var seen = new StringBuilder();
        Write(element, seen);
        var words = string.Join(' ', seen.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null
            : words.Length <= LongestText ? words
            : words[..(char.IsHighSurrogate(words[LongestText - 1]) ? LongestText - 1 : LongestText)] + "…";
    }

    // Nests as deep as the page was let to.
    private static void Write(INode node, StringBuilder seen)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                seen.Append(text.Data);
            }
            else if (child is IElement element && Array.IndexOf(Unseen, element.LocalName) < 0)
            {
                var gap = Array.IndexOf(WithinWords, element.LocalName) < 0 ? " " : "";
                seen.Append(gap);
                Write(element, seen);
                seen.Append(gap);
            }
        }
    }
}
