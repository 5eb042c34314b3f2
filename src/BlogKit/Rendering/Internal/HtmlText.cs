using System.Net;

namespace BlogKit.Internal;

/// <summary>The text in an author's raw HTML, for search and counting. Its result is text and never used as markup, so it need not be a parser.</summary>
internal static class HtmlText
{
    private static readonly string[] Unread = ["script", "style", "template", "noscript"];

    public static string Of(string html)
    {
        var text = new System.Text.StringBuilder(html.Length);
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
            rest = rest[End(rest)..];
            text.Append(' ');
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    // One search for a tag: looking for its bracket as well would read far text again for every tag.
    private static int End(ReadOnlySpan<char> tag)
    {
        if (tag.StartsWith("<!--", StringComparison.Ordinal))
        {
            return After(tag, "-->");
        }

        foreach (var name in Unread)
        {
            if (tag.Length > name.Length && tag[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(tag[Math.Min(tag.Length - 1, name.Length + 1)]))
            {
                return After(tag, $"</{name}");
            }
        }

        return After(tag, ">");
    }

    private static int After(ReadOnlySpan<char> text, string end) =>
        text.IndexOf(end, StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? at + end.Length : text.Length;
}
