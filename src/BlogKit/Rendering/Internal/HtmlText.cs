using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace BlogKit.Internal;

/// <summary>
/// The text in an author's raw HTML, for search, counting and excerpts. Its result is text and never used as markup, so it need not be a
/// parser.
/// </summary>
internal static class HtmlText
{
    private static readonly FrozenSet<string> Unread =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "script", "style", "template", "noscript");

    private static readonly FrozenSet<string> NoSentences =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "h1", "h2", "h3", "h4", "h5", "h6", "pre", "figure");

    // What stands within a word without dividing it.
    private static readonly FrozenSet<string> WithinWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
        "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
        "wbr");

    /// <summary>All of the text.</summary>
    public static string Of(string html) => Of(html, sentencesOnly: false);

    /// <summary>The text without headings, code blocks and figures.</summary>
    public static string Sentences(string html) => Of(html, sentencesOnly: true);

    private static string Of(string html, bool sentencesOnly)
    {
        var text = new StringBuilder(html.Length);
        var rest = html.AsSpan();
        while (!rest.IsEmpty)
        {
            var open = rest.IndexOf('<');
            if (open < 0)
            {
                text.Append(rest);
                break;
            }

            text.Append(rest[..open]);
            rest = rest[open..];
            if (rest.Length == 1 || !(char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!' or '?'))
            {
                text.Append('<');
                rest = rest[1..];
                continue;
            }

            var name = Name(rest);
            if (!WithinWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)
                && !rest.StartsWith("<!--", StringComparison.Ordinal)
                && text.Length > 0
                && !char.IsWhiteSpace(text[^1]))
            {
                text.Append(' ');
            }

            rest = rest[End(rest, name, sentencesOnly)..];
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var name = tag[1] == '/' ? tag[2..] : tag[1..];
        var end = 0;
        while (end < name.Length && char.IsAsciiLetterOrDigit(name[end]))
        {
            end++;
        }

        return name[..end];
    }

    private static int End(ReadOnlySpan<char> tag, ReadOnlySpan<char> name, bool sentencesOnly)
    {
        if (tag.StartsWith("<!--", StringComparison.Ordinal))
        {
            return tag.IndexOf("-->", StringComparison.Ordinal) is var end and >= 0 ? end + 3 : tag.Length;
        }

        var isPassedOver = Unread.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)
            || (sentencesOnly && NoSentences.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name));
        if (tag[1] == '/' || !isPassedOver)
        {
            return AfterTag(tag);
        }

        return tag.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase) is var close and >= 0
            ? close + AfterTag(tag[close..])
            : tag.Length;
    }

    // A bracket inside a quoted value does not end the tag. A tag that never ends takes the rest with it, as in a browser, so that no text
    // is read twice.
    private static int AfterTag(ReadOnlySpan<char> tag)
    {
        var isValue = false;
        for (var i = 1; i < tag.Length; i++)
        {
            var c = tag[i];
            if (c == '>')
            {
                return i + 1;
            }

            if (isValue && c is '"' or '\'')
            {
                if (tag[(i + 1)..].IndexOf(c) is not (>= 0 and var length))
                {
                    return tag.Length;
                }

                i += length + 1;
                isValue = false;
            }
            else
            {
                isValue = c == '=' || (isValue && char.IsWhiteSpace(c));
            }
        }

        return tag.Length;
    }
}
