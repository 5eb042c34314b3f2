using System.Globalization;
using System.Text;

namespace BlogKit.Internal;

/// <summary>Rules that every text from outside must keep.</summary>
internal static class TextRules
{
    /// <summary>Whether the text can be stored: no U+0000 and no half of a surrogate pair (it could not be written as UTF-8).</summary>
    public static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\0' || char.IsLowSurrogate(c))
            {
                return false;
            }

            if (char.IsHighSurrogate(c))
            {
                if (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether a character leaves no trace on the page: controls, format characters and what Unicode calls default-ignorable
    /// (DerivedCoreProperties.txt), which general categories alone do not tell.
    /// </summary>
    public static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164
            or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>Whether there is anything to see in the text.</summary>
    public static bool HasSomethingToSee(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !IsInvisible(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The beginning of a text from outside that is only kept for moderators: what cannot be stored is replaced, no pair is cut in two.</summary>
    public static string Beginning(string text, int length)
    {
        if (text.Length > length)
        {
            text = text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
        }

        return WithoutLoneSurrogates(text).Replace('\0', ' ');
    }

    /// <summary>Replaces halves of surrogate pairs by U+FFFD, so that normalisation cannot throw.</summary>
    public static string WithoutLoneSurrogates(string text)
    {
        if (IsStorable(text))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            builder.Append(rune.ToString());
        }

        return builder.ToString();
    }
}
