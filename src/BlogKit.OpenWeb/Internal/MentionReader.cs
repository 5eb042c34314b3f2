using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BlogKit.OpenWeb.Internal;

/// <summary>
/// Finds links and what microformats2 say in another site's page: the author, summary, content and name of the entry that holds a link,
/// else the page's title. Everything comes back as plain text; pictures are never taken.
/// </summary>
internal static class MentionReader
{
    private const int LongestText = 2_000;
    private const int MostAuthors = 10;
    private static readonly string[] Unseen = ["script", "style", "template", "iframe", "noscript"];

    private static readonly string[] WithinWords =
        [
            "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small", "span",
            "strong", "sub", "sup", "time", "u", "wbr",
        ];

    /// <summary>The absolute addresses the page links to or shows; in the order of the page, repeated where it repeats them.</summary>
    public static IEnumerable<Uri> Links(IHtmlDocument document, Uri page)
    {
        var root = Root(document, page);
        return document.All.Select(element => Link(root, element)).OfType<Uri>();
    }

    /// <summary>Whether two addresses ask for the same.</summary>
    public static bool IsOne(Uri link, Uri target) =>
        Uri.Compare(link, target, UriComponents.HttpRequestUrl, UriFormat.SafeUnescaped, StringComparison.Ordinal) == 0;

    /// <summary>
    /// Where a page wants to be told of mentions (Webmention, 3.1.2): the first endpoint in its headers, else in its elements; null for
    /// nowhere.
    /// </summary>
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

    /// <summary>What the entry says that holds the link.</summary>
    /// <param name="document">The page.</param>
    /// <param name="page">Its address; null when it is not known.</param>
    /// <param name="target">What is linked to; null takes the first entry.</param>
    public static MentionText Read(IHtmlDocument document, Uri? page = null, Uri? target = null)
    {
        var root = page is null ? null : Root(document, page);
        var entry = root is null || target is null
            ? document.All.FirstOrDefault(static element => element.ClassList.Contains("h-entry"))
            : document.All
                .Where(element => Link(root, element) is { } link && IsOne(link, target))
                .Select(Microformats.Speaker)
                .FirstOrDefault(static speaker => speaker is not null);
        if (entry is null)
        {
            return new MentionText(null, Text(document.QuerySelector("title")));
        }

        return new MentionText(
            AuthorOf(document, entry, root, page),
            Of(entry, "summary", "p")
                ?? Of(entry, "content", "e", "p")
                ?? Clipped(Microformats.NameOf(entry, Text))
                ?? Text(document.QuerySelector("title")));
    }

    private static string? Of(IElement entry, string name, params string[] prefixes) =>
        Microformats.Properties(entry, name, prefixes)
            .Select(static element => Clipped(Microformats.PlainValue(element, Text)))
            .FirstOrDefault(static text => text is not null);

    // The entry's author, else that of the feed it stands in, else the person whose page it is.
    private static string? AuthorOf(IHtmlDocument document, IElement entry, Uri? root, Uri? page)
    {
        var authors = Microformats.Properties(entry, "author", "p", "u");
        for (var above = entry.ParentElement; above is not null; above = above.ParentElement)
        {
            if (above.ClassList.Contains("h-feed"))
            {
                authors = authors.Concat(Microformats.Properties(above, "author", "p", "u"));
                break;
            }
        }

        var name = authors
            .Take(MostAuthors)
            .Select(author => NameOf(document, author, root))
            .FirstOrDefault(static name => name is not null);
        return Clipped(name
            ?? (root is null || page is null ? null
                : Representative(document, root, page) is { } card ? Microformats.NameOf(card, Text)
                : null));
    }

    private static string? NameOf(IHtmlDocument document, IElement author, Uri? root)
    {
        if (Microformats.IsRoot(author))
        {
            return Microformats.NameOf(author, Text);
        }

        // Only an address: the card of that address on the same page says who it is.
        if (root is not null && Microformats.AddressOf(author) is { } address && Resolve(root, address) is { } url
            && Cards(document).FirstOrDefault(card => Has(card, "url", root, url)) is { } known
            && Microformats.NameOf(known, Text) is { } name)
        {
            return name;
        }

        return Microformats.PlainValue(author, Text);
    }

    // microformats.org, representative h-card parsing.
    private static IElement? Representative(IHtmlDocument document, Uri root, Uri page)
    {
        IElement[] cards = [.. Cards(document)];
        var own = document.All.Where(static element => element.LocalName is "a" or "link" or "area" && HasRel(element, "me"))
            .Select(element => Resolve(root, element.GetAttribute("href"))?.AbsoluteUri).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return Array.Find(cards, card => Has(card, "uid", root, page) && Has(card, "url", root, page))
            ?? Array.Find(cards, card => Microformats.Addresses(card, "url").Any(
                address => Resolve(root, address) is { } url && own.Contains(url.AbsoluteUri)))
            ?? (cards is [var only] && Has(only, "url", root, page) ? only : null);
    }

    private static IEnumerable<IElement> Cards(IHtmlDocument document) =>
        document.All.Where(static element => element.ClassList.Contains("h-card"));

    private static bool Has(IElement card, string property, Uri root, Uri url) =>
        Microformats.Addresses(card, property).Any(address => Resolve(root, address) is { } one && IsOne(one, url));

    private static Uri? Link(Uri root, IElement element) => Resolve(root, element.LocalName switch
    {
        "a" or "area" or "link" => element.GetAttribute("href"),
        "img" or "video" or "audio" or "source" => element.GetAttribute("src"),
        _ => null,
    });

    /// <summary>Resolves an address; null unless it is one of the web.</summary>
    public static Uri? Resolve(Uri page, string? address) =>
        address is not null
        && address.Length <= 2_000
        && Uri.TryCreate(page, address.Trim(), out var url)
        && url.Scheme is ("http" or "https")
            ? url
            : null;

    private static Uri Root(IHtmlDocument document, Uri page) =>
        Resolve(page, document.QuerySelector("base[href]")?.GetAttribute("href")) ?? page;

    private static bool IsEndpoint(IElement element) => HasRel(element, "webmention");

    private static bool HasRel(IElement element, string rel) =>
        element.GetAttribute("rel")?.Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains(rel, StringComparer.OrdinalIgnoreCase) is true;

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
        return words.Length == 0 ? null : Clipped(words);
    }

    private static string? Clipped(string? words) =>
        words is null || words.Length <= LongestText
            ? words
            : words[..(char.IsHighSurrogate(words[LongestText - 1]) ? LongestText - 1 : LongestText)] + "…";

    // Nests as deep as the page was let to.
    private static void Write(INode node, StringBuilder seen)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                seen.Append(text.Data);
            }
            else if (child is IHtmlImageElement { AlternativeText: { Length: > 0 } alternative })
            {
                seen.Append(' ').Append(alternative).Append(' ');
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
