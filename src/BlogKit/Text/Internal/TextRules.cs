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
