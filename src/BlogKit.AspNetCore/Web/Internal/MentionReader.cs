using System.Net;
using System.Text;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Finds links and the least of microformats2 in another site's page: the author, summary, content and name of the first h-entry, else the page's title.
/// Everything comes back as plain text; pictures are never taken.
/// </summary>
internal static class MentionReader
{
    private const int DeepestElement = 256;
    private const int LongestText = 2_000;

    /// <summary>The absolute addresses the page links to or shows; in the order of the page, repeated where it repeats them.</summary>
    public static IEnumerable<Uri> Links(string html, Uri page) => HtmlTags.Read(html)
        .Where(static tag => !tag.IsEnd)
        .Select(static tag => tag.Name is "a" or "area" or "link" ? tag["href"] : tag.Name is "img" or "video" or "audio" or "source" ? tag["src"] : null)
        .Select(address => Resolve(page, address))
        .OfType<Uri>();

    /// <summary>Where a page wants to be told of mentions (Webmention, 3.1.2): the first endpoint in its headers, else in its elements; null for nowhere.</summary>
    public static Uri? Endpoint(FetchedPage page)
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

        var tag = HtmlTags.Read(page.Text).FirstOrDefault(static t => !t.IsEnd && t.Name is ("link" or "a") && t.Has("rel", "webmention") && t["href"] is not null);
        return tag is null ? null : Resolve(page.Url, tag["href"]);
    }

    public static MentionText Read(string html)
    {
        var texts = Properties(html);
        return new MentionText(
            texts.GetValueOrDefault("author"),
            texts.GetValueOrDefault("summary") ?? texts.GetValueOrDefault("content") ?? texts.GetValueOrDefault("name") ?? texts.GetValueOrDefault("title"));
    }

    /// <summary>Resolves an address; null unless it is one of the web.</summary>
    public static Uri? Resolve(Uri page, string? address) =>
        address is not null && address.Length <= 2_000 && Uri.TryCreate(page, address.Trim(), out var url) && url.Scheme is ("http" or "https") ? url : null;

    private static Dictionary<string, string> Properties(string html)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new List<(string Name, string? Property, int From, bool IsEntry)>();
        var entryDepth = -1;
        var entryIsOver = false;
        foreach (var tag in HtmlTags.Read(html))
        {
            if (!tag.IsEnd)
            {
                var isEntry = entryDepth < 0 && !entryIsOver && tag.Has("class", "h-entry");
                if (isEntry)
                {
                    entryDepth = open.Count;
                }

                if (!tag.IsVoid && open.Count < DeepestElement)
                {
                    open.Add((tag.Name, tag.Name is "title" ? "title" : entryDepth >= 0 ? Property(tag, open.Any(static o => o.Property is "author")) : null, tag.End, isEntry));
                }

                continue;
            }

            var match = open.FindLastIndex(o => string.Equals(o.Name, tag.Name, StringComparison.Ordinal));
            if (match < 0)
            {
                continue;
            }

            for (var i = open.Count - 1; i >= match; i--)
            {
                var element = open[i];
                open.RemoveAt(i);
                if (element.Property is { } property && Plain(html, element.From, tag.Start) is { Length: > 0 } text)
                {
                    // The name within an author's card is better than all of the card.
                    if (property is "author-name")
                    {
                        found["author"] = text;
                    }
                    else
                    {
                        found.TryAdd(property, text);
                    }
                }

                if (element.IsEntry)
                {
                    entryDepth = -1;
                    entryIsOver = true;
                }
            }
        }

        return found;
    }

    private static string? Property(HtmlTag tag, bool isInAuthor)
    {
        if (isInAuthor)
        {
            return tag.Has("class", "p-name") ? "author-name" : null;
        }

        return tag.Has("class", "p-author") ? "author"
            : tag.Has("class", "p-summary") ? "summary"
            : tag.Has("class", "e-content") || tag.Has("class", "p-content") ? "content"
            : tag.Has("class", "p-name") ? "name"
            : null;
    }

    private static string Plain(string html, int from, int until)
    {
        // Twenty times what is kept is enough for any markup that means well.
        var part = html.Substring(from, Math.Min(until - from, LongestText * 20));
        var text = new StringBuilder();
        var position = 0;
        var skipUntil = (string?)null;
        foreach (var tag in HtmlTags.Read(part))
        {
            if (skipUntil is null && tag.Start > position)
            {
                text.Append(part, position, tag.Start - position);
            }

            text.Append(' ');
            position = tag.End;
            if (skipUntil is null && !tag.IsEnd && tag.Name is ("script" or "style" or "template" or "iframe"))
            {
                skipUntil = tag.Name;
            }
            else if (tag.IsEnd && string.Equals(tag.Name, skipUntil, StringComparison.Ordinal))
            {
                skipUntil = null;
            }
        }

        if (skipUntil is null)
        {
            text.Append(part, position, part.Length - position);
        }

        var words = string.Join(' ', WebUtility.HtmlDecode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= LongestText ? words : words[..(char.IsHighSurrogate(words[LongestText - 1]) ? LongestText - 1 : LongestText)] + "…";
    }
}
