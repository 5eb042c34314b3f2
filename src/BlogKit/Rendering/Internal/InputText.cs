using System.Buffers;
using System.Text;

namespace BlogKit.Internal;

/// <summary>Makes any string fit for HTML, XML and UTF-8: control characters and lone surrogates become U+FFFD.</summary>
internal static class InputText
{
    private const string Controls =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(Controls);

    public static string Clean(string text)
    {
        // Hardly any text has a character beyond U+D7FF except in emoji: both searches usually end without a find.
        if (!text.AsSpan().ContainsAny(Forbidden) && (!text.AsSpan().ContainsAnyInRange('\uD800', '\uFFFF') || IsWellFormed(text)))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(
                rune.Value is 0xFFFE or 0xFFFF || (rune.IsAscii && Forbidden.Contains((char)rune.Value)) ? "\uFFFD" : rune.ToString());
        }

        return clean.ToString();
    }

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny('\uFFFE', '\uFFFF'))
        {
            return false;
        }

        while (true)
        {
            var at = text.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (at < 0)
            {
                return true;
            }

            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return false;
            }

            text = text[(at + 2)..];
        }
    }
}
