using System.Net;
using System.Text.RegularExpressions;

namespace BlogKit.Interchange.Internal;

/// <summary>Small texts of exports.</summary>
internal static partial class Texts
{
    private const int Shown = 60;

    /// <summary>Returns the beginning of a text, as notes quote it.</summary>
    public static string Start(string text) =>
        text.Length <= Shown ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[Shown - 1]) ? Shown - 1 : Shown), "…");

    /// <summary>Returns the text; null for one without a letter.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Decodes a slug: WordPress keeps letters beyond ASCII as percent signs and numbers.</summary>
    public static string Slug(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = Uri.UnescapeDataString(text);
        return decoded.Any(char.IsControl) ? text : decoded;
    }

    /// <summary>Returns a title or name without markup.</summary>
    public static string Plain(string text) =>
        text.AsSpan().IndexOfAny('<', '&') < 0 ? text.Trim() : WebUtility.HtmlDecode(Tags().Replace(text, "")).Trim();

    /// <summary>Whether a title has markup, which <see cref="Plain"/> takes out.</summary>
    public static bool HasTags(string text) => text.Contains('<', StringComparison.Ordinal) && Tags().IsMatch(text);

    [GeneratedRegex("</?[a-zA-Z][^<>]*>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
