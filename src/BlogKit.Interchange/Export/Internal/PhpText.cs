using System.Globalization;
using System.Text;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Texts that PHP would take for the spelling of a value. WordPress's importer makes objects of such custom fields, so whoever may write a
/// field here could run what they like there.
/// </summary>
internal static class PhpText
{
    private const string Kinds = "abCdEiOs";

    /// <summary>Whether WordPress would take the text for the spelling of a value.</summary>
    public static bool IsSpelling(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return trimmed is "N;"
            || (trimmed.Length >= 4
                && trimmed[1] == ':'
                && trimmed[^1] is ';' or '}'
                && Kinds.Contains(trimmed[0], StringComparison.Ordinal));
    }

    /// <summary>Returns the spelling of the text as a text, which WordPress makes the text again.</summary>
    public static string Spell(string text) =>
        string.Create(CultureInfo.InvariantCulture, $"s:{Encoding.UTF8.GetByteCount(text)}:\"{text}\";");
}
