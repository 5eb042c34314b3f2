namespace BlogKit.Moderation.Internal;

/// <summary>
/// A light stemmer for German after umlauts were taken to their vowels: strips the endings of inflection only, in the manner of
/// J. Savoy, "Light stemming approaches for the French, Portuguese, German and Hungarian languages" (SAC 2006). Written from the
/// description.
/// </summary>
internal static class GermanStemmer
{
    /// <summary>Returns the stem's length.</summary>
    public static int Stem(ReadOnlySpan<char> word)
    {
        var length = word.Length;
        if (length > 6 && word.EndsWith("ern"))
        {
            length -= 3;
        }
        else if (length > 5 && (word.EndsWith("em") || word.EndsWith("en") || word.EndsWith("er") || word.EndsWith("es")))
        {
            length -= 2;
        }
        else if (length > 4 && word[^1] == 'e')
        {
            length--;
        }
        else if (length > 4 && word[^1] == 's' && word[^2] is 'b' or 'd' or 'f' or 'g' or 'h' or 'k' or 'l' or 'm' or 'n' or 'r' or 't')
        {
            length--;
        }

        word = word[..length];
        return length > 6 && (word.EndsWith("est") || word.EndsWith("en") || word.EndsWith("er"))
            ? length - (word[^1] == 't' ? 3 : 2)
            : length;
    }
}
