using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BlogKit.Html.Internal;

/// <summary>
/// Writes text so that a renderer of Markdown shows it as it is: nothing in it is a mark, a smiley, a quotation to be set, or the beginning
/// of a block.
/// </summary>
internal static partial class MarkdownText
{
    private const string Always = "\\`*[]<~|'\"";

    /// <summary>Text within a line; its first characters are looked at by <see cref="AtStart"/>.</summary>
    public static string Escape(string text, MarkdownStyle style, bool isHeading = false)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var before = i > 0 ? text[i - 1] : ' ';
            var after = i + 1 < text.Length ? text[i + 1] : ' ';
            if ((c > '\u007F' && char.IsWhiteSpace(c))
                || (style >= MarkdownStyle.References
                    && char.IsAscii(c)
                    && (char.IsPunctuation(c) || char.IsSymbol(c))
                    && c is not (',' or ';' or '(' or ')' or '?' or '/')))
            {
                _ = c is '\u00A0' ? escaped.Append("&nbsp;") : escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            }
            else
            {
                _ = NeedsEscape(text, i, c, before, after, isHeading) ? escaped.Append('\\').Append(c) : escaped.Append(c);
            }
        }

        return escaped.ToString();
    }

    /// <summary>A line whose first characters begin no block.</summary>
    public static string AtStart(string line)
    {
        if (line.Length == 0)
        {
            return line;
        }

        if (line[0] is '#' or '-' or '+' or '>' or '=' or ':' or '^')
        {
            return "\\" + line;
        }

        return Number().Match(line) is { Success: true } number ? number.Value[..^1] + "\\" + line[(number.Length - 1)..] : line;
    }

    private static bool NeedsEscape(string text, int i, char c, char before, char after, bool isHeading) => c switch
    {
        '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
        '&' => char.IsAsciiLetterOrDigit(after) || after is '#',
        '-' => before is '-' || after is '-',
        '.' => before is '.' || after is '.',
        '>' => before is '>' || after is '>',
        ':' => before is ':' || after is ':' || EmojiName().IsMatch(text.AsSpan(i, Math.Min(text.Length - i, 42))),
        '!' => i + 1 == text.Length,
        '#' => isHeading,
        _ => Always.Contains(c, StringComparison.Ordinal),
    };

    [GeneratedRegex(@"^:[\w+-]+:", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EmojiName();

    [GeneratedRegex(@"^[0-9]{1,9}[.)]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
