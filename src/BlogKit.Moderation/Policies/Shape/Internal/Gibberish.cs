using System.Collections.Frozen;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// Tells letters hit at random from words, for languages written in Latin letters: by pairs of letters that no word of them has, by long
/// runs of consonants, and by runs along a row of the keyboard. Single words prove nothing; only a text that is mostly such is gibberish.
/// </summary>
internal static class Gibberish
{
    private const int ShortestWord = 5;
    private const int LongestWord = 60;
    private const int FewestLetters = 8;
    private const int LongestAlong = 5;

    // German puts eight consonants in a row without being strange ("Angstschweiß").
    private const int LongestRun = 8;
    private const int LongRun = 6;

    private static readonly FrozenSet<string> s_languages =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "en", "fr", "es", "it", "pt", "de", "nl", "sv", "da", "nb", "nn", "no");

    private static readonly bool[] s_strange = Strange(
        "b:fgkpqx", "c:bfgjpvwxd", "d:qx", "f:cdqvxp", "g:cqxjvpf", "h:cgjqvxfp", "j:bcfghpqrwxyz", "k:cfgqxpzv", "l:qx", "m:qxjghkrwz",
        "p:bcdgjkqvwxz", "q:abcdefghijklmnopqrstvwxyz", "r:x", "s:x", "t:qx", "v:bcfghjkmpqtwx", "w:cfgjmpqvwxz", "x:bdfgjklmnqrsvwz",
        "y:qjxyhkvwf", "z:cfjpqxsvk");

    private static readonly bool[] s_neighbours =
        Neighbours("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop", "poiuytrewq", "lkjhgfdsa", "mnbvcxz");

    /// <summary>How much of the words' letters is gibberish, 0 to 1; 0 when there are too few to tell.</summary>
    public static double ShareOf(string text, string language)
    {
        if (!s_languages.Contains(Primary(language)))
        {
            return 0;
        }

        int all = 0, strange = 0;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = start;
            while (end < text.Length && !IsSpace(text[end]))
            {
                end++;
            }

            var word = Trimmed(text.AsSpan(start, end - start));
            if (word.Length is 0 or > LongestWord || !IsWord(word))
            {
                continue;
            }

            all += word.Length;
            if (word.Length >= ShortestWord && IsStrange(word))
            {
                strange += word.Length;
            }
        }

        return strange < FewestLetters ? 0 : (double)strange / all;
    }

    private static string Primary(string language) => language.IndexOfAny(['-', '_']) is var end and > 0 ? language[..end] : language;

    private static bool IsSpace(char c) => c is <= ' ' or '\u00A0';

    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> word)
    {
        while (word.Length > 0 && IsPunctuation(word[0]))
        {
            word = word[1..];
        }

        while (word.Length > 0 && IsPunctuation(word[^1]))
        {
            word = word[..^1];
        }

        return word;
    }

    private static bool IsPunctuation(char c) =>
        c is '.' or ',' or ';' or ':' or '!' or '?' or '"' or '\'' or '(' or ')' or '[' or ']' or (>= '\u2018' and <= '\u2026');

    // Names of types, codes and abbreviations are not read as words: capitals only at the beginning, no digits.
    private static bool IsWord(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (!char.IsAsciiLetterLower(c) && (!char.IsLetter(c) || (i > 0 && char.IsUpper(c))))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsStrange(ReadOnlySpan<char> word)
    {
        int run = 0, longest = 0, pairs = 0, along = 0, longestAlong = 0;
        var letters = 0u;
        var before = '\0';
        foreach (var raw in word)
        {
            var c = (char)(raw | 0x20);
            if (c is < 'a' or > 'z')
            {
                // A letter with a mark: no pair, and as likely a vowel.
                (run, along, before) = (0, 0, '\0');
                continue;
            }

            letters |= 1u << (c - 'a');
            run = c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' ? 0 : c == before ? run : run + 1;
            longest = Math.Max(longest, run);
            if (before != '\0')
            {
                var pair = ((before - 'a') * 26) + c - 'a';
                pairs += s_strange[pair] ? 1 : 0;
                along = s_neighbours[pair] ? along + 1 : 0;
                longestAlong = Math.Max(longestAlong, along);
            }

            before = c;
        }

        // "hahaha", "brrr", "pfff": few letters again and again are a sound.
        return System.Numerics.BitOperations.PopCount(letters) > 3
            && (longest > LongestRun
                || (longest >= LongRun && pairs > 0)
                || (pairs >= 2 && pairs * 4 >= word.Length - 1)
                || longestAlong >= LongestAlong);
    }

    private static bool[] Neighbours(params ReadOnlySpan<string> rows)
    {
        var neighbours = new bool[26 * 26];
        foreach (var row in rows)
        {
            for (var i = 1; i < row.Length; i++)
            {
                neighbours[((row[i - 1] - 'a') * 26) + row[i] - 'a'] = true;
            }
        }

        return neighbours;
    }

    private static bool[] Strange(params ReadOnlySpan<string> rows)
    {
        var strange = new bool[26 * 26];
        foreach (var row in rows)
        {
            foreach (var second in row[2..])
            {
                strange[((row[0] - 'a') * 26) + second - 'a'] = true;
            }
        }

        return strange;
    }
}
