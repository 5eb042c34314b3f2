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
            var end = rest.StartsWith("<!--", StringComparison.Ordinal) ? After(rest, "-->") : After(rest, ">");
            foreach (var name in Unread)
            {
                if (rest.Length > name.Length && rest[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(rest[Math.Min(rest.Length - 1, name.Length + 1)]))
                {
                    end = After(rest, $"</{name}");
                }
            }

            text.Append(' ');
            rest = rest[end..];
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    private static int After(ReadOnlySpan<char> text, string end) =>
        text.IndexOf(end, StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? at + end.Length : text.Length;
}
