namespace BlogKit.Moderation.Internal;

/// <summary>
/// A light stemmer for French after accents were dropped: strips plurals and the gender of adjectives, in the manner of
/// J. Savoy, "A stemming procedure and stopword list for general French corpora" (JASIS 50, 1999). Written from the description.
/// </summary>
internal static class FrenchStemmer
{
    /// <summary>Stems the word where it stands and returns the stem's length.</summary>
    public static int Stem(Span<char> word)
    {
        var length = word.Length;
        if (length < 5)
        {
            return length;
        }

        if (word.EndsWith("aux"))
        {
            word[length - 2] = 'l';
            return length - 1;
        }

        if (word[length - 1] is 's' or 'x')
        {
            length--;
        }

        if (length > 4 && word[length - 1] == 'r')
        {
            length--;
        }

        while (length > 4 && word[length - 1] == 'e')
        {
            length--;
        }

        return length > 4 && word[length - 1] == word[length - 2] ? length - 1 : length;
    }
}
