using System.Text.RegularExpressions;

namespace BlogKit.Interchange.Internal;

/// <summary>The attributes of a tag that our renderers made.</summary>
internal static partial class HtmlAttributes
{
    /// <summary>Returns the value as HTML has it; null when there is none.</summary>
    public static string? Find(string tag, string name)
    {
        foreach (Match match in Pairs().Matches(tag))
        {
            if (match.Groups["name"].ValueSpan.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return match.Groups["value"].Value;
            }
        }

        return null;
    }

    /// <summary>Returns the tag with the addresses in it changed.</summary>
    public static string WithAddresses(string tag, Func<string, string> change) =>
        !tag.Contains("href=", StringComparison.OrdinalIgnoreCase)
            && !tag.Contains("src=", StringComparison.OrdinalIgnoreCase)
            && !tag.Contains("poster=", StringComparison.OrdinalIgnoreCase)
            ? tag
            : Pairs().Replace(tag, match =>
                match.Groups["name"].Value.ToLowerInvariant() is "href" or "src" or "poster"
                    ? $" {match.Groups["name"].Value}=\"{change(match.Groups["value"].Value)}\""
                    : match.Value);

    [GeneratedRegex(
        "\\s(?<name>[a-zA-Z][a-zA-Z0-9-]*)=\"(?<value>[^\"]*)\"",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pairs();
}
