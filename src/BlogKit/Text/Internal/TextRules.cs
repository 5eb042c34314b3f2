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

    /// <summary>Whether there is anything to see in the text.</summary>
    public static bool HasSomethingToSee(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !UnicodeForms.IsInvisible(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The beginning of a text from outside that is only kept for moderators: what cannot be stored is replaced, no pair is cut in two.
    /// </summary>
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
