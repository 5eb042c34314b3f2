using System.Net;
using System.Text;
using BlogKit.Html;

namespace BlogKit.Interchange.Internal;

/// <summary>Brings the texts of comments into Markdown. Most are paragraphs of plain text, which need no tree.</summary>
internal static class CommentTexts
{
    private static readonly string[] s_tags = ["<p>", "</p>", "<br>", "<br />", "<br/>"];

    /// <summary>Returns the Markdown of a comment; the notes say what it lost.</summary>
    public static string ToMarkdown(ImportSession session, ImportedBody body, List<SourceNote> notes) =>
        body.Format is ImportedFormat.Html && FindPlain(body.Text) is { } plain
            ? PostHtml.FromPlainText(ShortText.Storable(plain, "body", notes))
            : TextBodies.ToMarkdown(session, body, "body", notes);

    /// <summary>The text of HTML that has paragraphs and line breaks alone; null for every other.</summary>
    internal static string? FindPlain(string html)
    {
        var text = new StringBuilder(html.Length);
        var rest = html.AsSpan();
        while (!rest.IsEmpty)
        {
            var next = rest.IndexOf('<');
            Append(text, next < 0 ? rest : rest[..next]);
            if (next < 0)
            {
                break;
            }

            rest = rest[next..];
            var tag = 0;
            while (tag < s_tags.Length && !rest.StartsWith(s_tags[tag], StringComparison.OrdinalIgnoreCase))
            {
                tag++;
            }

            if (tag == s_tags.Length)
            {
                return null;
            }

            if (tag < 2)
            {
                Break(text, 2);
            }
            else
            {
                text.Append('\n');
            }

            rest = rest[s_tags[tag].Length..];
        }

        return text.ToString().Trim();
    }

    // White space of HTML is one space, and none at the beginning of a line.
    private static void Append(StringBuilder text, ReadOnlySpan<char> written)
    {
        var isPending = false;
        foreach (var sign in WebUtility.HtmlDecode(written.ToString()))
        {
            if (sign is ' ' or '\n' or '\r' or '\t' or '\f')
            {
                isPending = text.Length > 0 && text[^1] is not ('\n' or ' ');
            }
            else
            {
                text.Append(isPending ? " " : "").Append(sign);
                isPending = false;
            }
        }

        if (isPending)
        {
            text.Append(' ');
        }
    }

    private static void Break(StringBuilder text, int lines)
    {
        while (text.Length > 0 && text[^1] is ' ')
        {
            text.Length--;
        }

        var there = 0;
        while (there < text.Length && text[text.Length - 1 - there] is '\n')
        {
            there++;
        }

        if (text.Length > 0 && there < lines)
        {
            text.Append('\n', lines - there);
        }
    }
}
