using System.Net;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Tells where the tags of a page of this library's own are, for the static export, which changes addresses in it and keeps every other
/// character: a tree does not know the places. One pass; knows comments, quoted attributes and the elements whose content is no markup.
/// Pages of strangers are read by BlogKit.OpenWeb.
/// </summary>
internal static class HtmlTags
{
    private const int MostAttributes = 64;
    private static readonly string[] RawText = ["script", "style", "textarea", "title", "noembed", "noframes", "xmp", "iframe", "template"];

    public static IEnumerable<HtmlTag> Read(string html)
    {
        var position = 0;
        while (position < html.Length && html.IndexOf('<', position) is >= 0 and var open && open + 1 < html.Length)
        {
            if (html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
            {
                var end = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
                position = end < 0 ? html.Length : end + 3;
                continue;
            }

            var isEnd = html[open + 1] == '/';
            var name = open + (isEnd ? 2 : 1);
            if (name >= html.Length || !char.IsAsciiLetter(html[name]))
            {
                position = open + 1;
                continue;
            }

            var tag = ReadTag(html, open, name, isEnd);
            position = tag.End;
            yield return tag;
            if (!isEnd && Array.IndexOf(RawText, tag.Name) >= 0)
            {
                // What is in there is text up to its own end tag; an unfinished one takes the rest.
                var end = html.IndexOf("</" + tag.Name, position, StringComparison.OrdinalIgnoreCase);
                position = end < 0 ? html.Length : end;
            }
        }
    }

    private static HtmlTag ReadTag(string html, int open, int name, bool isEnd)
    {
        var position = name;
        while (position < html.Length && !IsSpace(html[position]) && html[position] is not ('/' or '>'))
        {
            position++;
        }

        var element = html[name..Math.Min(position, name + 64)].ToLowerInvariant();
        Dictionary<string, string>? attributes = null;
        while (true)
        {
            while (position < html.Length && (IsSpace(html[position]) || html[position] == '/'))
            {
                position++;
            }

            if (position >= html.Length || html[position] == '>')
            {
                break;
            }

            var (key, value, next) = ReadAttribute(html, position);
            position = next;
            if (!isEnd && (attributes ??= new Dictionary<string, string>(StringComparer.Ordinal)).Count < MostAttributes)
            {
                attributes.TryAdd(key, value);
            }
        }

        var tag = new HtmlTag(element, isEnd, open, Math.Min(position + 1, html.Length));
        return attributes is null ? tag : tag with { Attributes = attributes };
    }

    private static (string Name, string Value, int Next) ReadAttribute(string html, int start)
    {
        var position = start + 1;
        while (position < html.Length && !IsSpace(html[position]) && html[position] is not ('=' or '/' or '>'))
        {
            position++;
        }

        var name = html[start..position].ToLowerInvariant();
        var equals = position;
        while (equals < html.Length && IsSpace(html[equals]))
        {
            equals++;
        }

        if (equals >= html.Length || html[equals] != '=')
        {
            return (name, "", position);
        }

        position = equals + 1;
        while (position < html.Length && IsSpace(html[position]))
        {
            position++;
        }

        if (position < html.Length && html[position] is ('"' or '\''))
        {
            var end = html.IndexOf(html[position], position + 1);
            end = end < 0 ? html.Length : end;
            return (name, WebUtility.HtmlDecode(html[(position + 1)..end]), Math.Min(end + 1, html.Length));
        }

        var from = position;
        while (position < html.Length && !IsSpace(html[position]) && html[position] != '>')
        {
            position++;
        }

        return (name, WebUtility.HtmlDecode(html[from..position]), position);
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\f';
}
