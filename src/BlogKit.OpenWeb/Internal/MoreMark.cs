using System.Text.RegularExpressions;

namespace BlogKit.OpenWeb.Internal;

/// <summary>Takes Markdown apart at the marker behind which an excerpt ends, and puts it together.</summary>
internal static partial class MoreMark
{
    /// <summary>
    /// What stands before the first marker that begins or ends a line outside of code, and what stands behind it; null behind it for no
    /// marker.
    /// </summary>
    public static (string Start, string? More) Split(string markdown)
    {
        var fence = "";
        var at = 0;
        foreach (var line in markdown.Split('\n'))
        {
            var trimmed = line.AsSpan().Trim();
            if (fence.Length == 0 && Marker().Match(line) is { Success: true } marker && !IsCode(line))
            {
                return (markdown[..(at + marker.Index)].TrimEnd(), markdown[(at + marker.Index + marker.Length)..].Trim('\r', '\n'));
            }

            if (trimmed.StartsWith("```") || trimmed.StartsWith("~~~"))
            {
                var mark = trimmed[..3].ToString();
                fence = fence.Length == 0 ? mark : string.Equals(fence, mark, StringComparison.Ordinal) ? "" : fence;
            }

            at += line.Length + 1;
        }

        return (markdown, null);
    }

    public static string Join(string start, string more) =>
        string.IsNullOrWhiteSpace(more) ? start : $"{start.TrimEnd()}\n\n<!--more-->\n\n{more.TrimStart('\r', '\n')}".TrimStart('\n');

    /// <summary>Whether the marker stands anywhere in HTML.</summary>
    public static bool IsIn(string html) => InHtml().IsMatch(html);

    private static bool IsCode(string line) =>
        line.StartsWith("    ", StringComparison.Ordinal) || line.StartsWith('\t') || line.Contains('`', StringComparison.Ordinal);

    [GeneratedRegex(
        @"^[ ]*<!--\s*more(?:[^A-Za-z0-9\r\n][^\r\n]*?)?-->|<!--\s*more(?:[^A-Za-z0-9\r\n][^\r\n]*?)?-->\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Marker();

    [GeneratedRegex(@"<!--\s*more[^A-Za-z0-9]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex InHtml();
}
