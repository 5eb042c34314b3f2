using System.Net;
using System.Text.RegularExpressions;

namespace BlogKit.Interchange;

/// <summary>What readers see of HTML.</summary>
internal static partial class Shown
{
    /// <summary>The words, with one space where there are some.</summary>
    public static string Text(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, "")), " ").Trim();

    /// <summary>The signs that are no spaces.</summary>
    public static string Signs(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, "")), "");

    [GeneratedRegex("<!--.*?-->|</?[a-zA-Z][^>]*>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
