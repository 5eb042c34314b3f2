using System.Globalization;
using System.Text;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>
/// Makes text from anywhere safe to print: nothing in it can move the cursor, change colours, set the window's title or turn the
/// reading direction. Control characters become visible ones.
/// </summary>
internal static class SafeText
{
    /// <summary>One line: every line break and tab becomes a space.</summary>
    public static string Line(string? text) => Clean(text, lineBreak: ' ', tab: " ");

    /// <summary>Several lines: line breaks stay.</summary>
    public static string Block(string? text) => Clean(text, lineBreak: '\n', tab: "    ");

    /// <summary>One line that may stand inside Spectre's markup.</summary>
    public static string Markup(string? text) => Line(text).EscapeMarkup();

    private static string Clean(string? text, char lineBreak, string tab)
    {
        var result = new StringBuilder(text?.Length ?? 0);
        foreach (var rune in (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\n' or 0x2028 or 0x2029 => result.Append(lineBreak),
                '\t' => result.Append(tab),
                < 0x20 => result.Append((char)(0x2400 + rune.Value)),
                0x7F => result.Append('\u2421'),
                >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => result.Append('\uFFFD'),
                _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control => result.Append('\uFFFD'),
                _ => result.Append(rune.ToString()),
            };
        }

        return result.ToString();
    }
}
