using System.Net;
using System.Text;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BlogKit.Internal;

/// <summary>
/// Gives elements in the raw HTML of trusted authors another id where theirs is the page's own (<see cref="AnchorNames"/>), and leads what
/// refers to them in the same text there. All other raw HTML stays as it was written. In time linear in its length.
/// </summary>
internal sealed class RawHtmlIds
{
    private static readonly string[] s_references =
        ["for", "headers", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details"];
    private static readonly string[] s_rawText = ["script", "style", "textarea", "title"];

    private readonly HeadingAnchors _anchors;
    private readonly Dictionary<string, string> _moved = new(StringComparer.Ordinal);

    private RawHtmlIds(HeadingAnchors anchors) => _anchors = anchors;

    /// <summary>Changes a tree that is to be written. The anchors learn of what moved, so that fragments of links follow.</summary>
    public static void Move(MarkdownDocument document, HeadingAnchors anchors)
    {
        var ids = new RawHtmlIds(anchors);
        Rewrite(document, ids.Id);
        if (ids._moved.Count > 0)
        {
            Rewrite(document, ids.Reference);
        }
    }

    private static void Rewrite(MarkdownDocument document, Func<string, string, string?> change)
    {
        foreach (var node in document.Descendants())
        {
            switch (node)
            {
                case HtmlBlock block when block.Lines.ToString() is var text && Rewrite(text, change) is { } changed:
                    block.Lines = new StringLineGroup(changed);
                    break;
                case HtmlInline inline when Rewrite(inline.Tag, change) is { } changed:
                    inline.Tag = changed;
                    break;
            }
        }
    }

    private string? Id(string name, string value)
    {
        if (!name.Equals("id", StringComparison.OrdinalIgnoreCase) || !AnchorNames.IsReserved(value))
        {
            return null;
        }

        if (!_moved.TryGetValue(value, out var anchor))
        {
            anchor = _anchors.Add(value);
            _moved.Add(value, anchor);
        }

        return anchor;
    }

    private string? Reference(string name, string value)
    {
        if (name.Equals("href", StringComparison.OrdinalIgnoreCase))
        {
            return value.StartsWith('#') && _moved.TryGetValue(value[1..], out var anchor) ? "#" + anchor : null;
        }

        return s_references.Contains(name, StringComparer.OrdinalIgnoreCase)
            && value.Split(' ') is var names
            && names.Any(_moved.ContainsKey)
            ? string.Join(' ', names.Select(id => _moved.GetValueOrDefault(id, id)))
            : null;
    }

    /// <summary>The text with attributes changed; null when none was.</summary>
    /// <param name="html">Raw HTML, well-formed or not.</param>
    /// <param name="change">The new value for the name and the value of an attribute; null leaves it.</param>
    private static string? Rewrite(string html, Func<string, string, string?> change)
    {
        StringBuilder? result = null;
        var copied = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0
            && at < html.Length; at = at < html.Length ? html.IndexOf('<', at) : -1)
        {
            if (html.AsSpan(at).StartsWith("<!--"))
            {
                var end = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
                at = end < 0 ? html.Length : end;
                continue;
            }

            var start = ++at;
            if (at == html.Length || !char.IsAsciiLetter(html[at]))
            {
                continue;
            }

            at = End(html, at, static c => c is '/' or '>' || char.IsWhiteSpace(c));
            var element = html[start..at];
            while (ReadAttribute(html, ref at, out var name, out var value))
            {
                if (change(html[name], WebUtility.HtmlDecode(html[value])) is { } changed)
                {
                    result ??= new StringBuilder(html.Length + 32);
                    result.Append(html, copied, value.Start.Value - copied).Append(WebUtility.HtmlEncode(changed));
                    copied = value.End.Value;
                }
            }

            if (s_rawText.Contains(element, StringComparer.OrdinalIgnoreCase))
            {
                var end = html.IndexOf("</" + element, at, StringComparison.OrdinalIgnoreCase);
                at = end < 0 ? html.Length : end;
            }
        }

        return result?.Append(html, copied, html.Length - copied).ToString();
    }

    // As the tokenizer of HTML reads them; false at the end of the tag.
    private static bool ReadAttribute(string html, ref int at, out Range name, out Range value)
    {
        at = End(html, at, static c => c is not '/' && !char.IsWhiteSpace(c));
        (name, value) = (at..at, at..at);
        if (at == html.Length || html[at] is '>')
        {
            return false;
        }

        var start = at++;
        at = End(html, at, static c => c is '=' or '/' or '>' || char.IsWhiteSpace(c));
        name = start..at;
        var equals = End(html, at, static c => !char.IsWhiteSpace(c));
        if (equals == html.Length || html[equals] is not '=')
        {
            value = at..at;
            return true;
        }

        at = End(html, equals + 1, static c => !char.IsWhiteSpace(c));
        if (at < html.Length && html[at] is '"' or '\'')
        {
            var quote = html[at];
            var end = html.IndexOf(quote, at + 1);
            end = end < 0 ? html.Length : end;
            value = (at + 1)..end;
            at = Math.Min(end + 1, html.Length);
            return true;
        }

        start = at;
        at = End(html, at, static c => c is '>' || char.IsWhiteSpace(c));
        value = start..at;
        return true;
    }

    private static int End(string html, int at, Func<char, bool> isEnd)
    {
        while (at < html.Length && !isEnd(html[at]))
        {
            at++;
        }

        return at;
    }
}
