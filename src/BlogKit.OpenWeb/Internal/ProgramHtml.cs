using System.Net;
using System.Text.RegularExpressions;

namespace BlogKit.OpenWeb.Internal;

/// <summary>HTML as desktop programs send it.</summary>
internal static partial class ProgramHtml
{
    /// <summary>
    /// A text whose paragraphs are set apart by empty lines: programs that show no HTML send that. One that has a block of HTML is left as
    /// it is.
    /// </summary>
    public static string Body(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        return Block().IsMatch(lines) || !lines.Trim().Contains("\n\n", StringComparison.Ordinal)
            ? text
            : string.Concat(lines.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(static paragraph => $"<p>{paragraph}</p>\n"));
    }

    /// <summary>A title or an excerpt: programs send plain text or HTML, and what is no tag of HTML is text.</summary>
    public static EditorText Line(string text) => EditorText.Html(NoTag().Replace(text, "&lt;"));

    /// <summary>The name of a category or tag, of which programs write an ampersand in either way.</summary>
    public static string Name(string name) => name.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(name) : name;

    [GeneratedRegex(
        @"<(?:address|article|aside|blockquote|br|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|main|nav|ol|p|pre"
        + @"|section|table|ul|script|style|video|audio)[\s/>]",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Block();

    [GeneratedRegex(
        @"<(?!/?(?:a|abbr|acronym|b|bdi|bdo|big|blockquote|br|cite|code|del|dfn|div|em|font|h[1-6]|i|img|ins|kbd|mark|p|q|s|samp|script"
        + @"|small|span|strike|strong|style|sub|sup|svg|time|tt|u|var|wbr)[\s/>]|!--)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1_000)]
    private static partial Regex NoTag();
}
