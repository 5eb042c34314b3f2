using System.Text.RegularExpressions;

namespace BlogKit.Html.Internal;

/// <summary>Writes plain text as Markdown that shows it as it is.</summary>
internal static partial class PlainMarkdown
{
    public static string Of(string text)
    {
        var paragraphs = Gap().Split(text.ReplaceLineEndings("\n").Trim('\n', ' ', '\t'));
        return string.Join("\n\n", paragraphs.Select(static paragraph =>
            string.Join(
                "\\\n", paragraph.Split('\n').Select(static line => Line(line.Trim(' ', '\t'))).Where(static line => line.Length > 0))));
    }

    // An address is shown as it is whether or not it becomes a link; escaped it would be neither.
    private static string Line(string line)
    {
        var written = new System.Text.StringBuilder(line.Length + 8);
        var at = 0;
        foreach (var address in Address().EnumerateMatches(line))
        {
            written.Append(Words(line[at..address.Index])).Append(line, address.Index, address.Length);
            at = address.Index + address.Length;
        }

        return MarkdownText.AtStart(written.Append(Words(line[at..])).ToString());
    }

    // Beside what is Markdown, what begins a mention or a smiley.
    private static string Words(string text)
    {
        var escaped = MarkdownText.Escape(text, MarkdownStyle.Readable);
        var words = new System.Text.StringBuilder(escaped.Length + 8);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] is '\\' && i + 1 < escaped.Length)
            {
                words.Append(escaped[i++]);
            }
            else if (escaped[i] is '@' or ':' or ';' or '=' or '^')
            {
                words.Append('\\');
            }

            words.Append(escaped[i]);
        }

        return words.ToString();
    }

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Gap();

    [GeneratedRegex(
        @"\bhttps?://[A-Za-z0-9][A-Za-z0-9./?=#%&_-]*[A-Za-z0-9/]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
