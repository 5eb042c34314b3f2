using System.Buffers;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// Takes English words to their stems by the rules of Porter2, as published by M. F. Porter with Snowball
/// (https://snowballstem.org/algorithms/english/stemmer.html; the paper is "An algorithm for suffix stripping", Program 14, 1980). Written
/// from the description.
/// </summary>
internal static class EnglishStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly (string Suffix, string Replacement)[][] Step2 = ByLastLetter(
    [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"), ("biliti", "ble"),
        ("lessli", "less"), ("tional", "tion"), ("alism", "al"), ("aliti", "al"), ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"),
        ("iviti", "ive"), ("ousli", "ous"), ("abli", "able"), ("alli", "al"), ("anci", "ance"), ("ator", "ate"), ("enci", "ence"),
        ("izer", "ize"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ]);

    private static readonly (string Suffix, string Replacement)[][] Step3 = ByLastLetter(
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"),
        ("ness", ""), ("ful", ""),
    ]);

    private static readonly (string Suffix, string Replacement)[][] Step4 = ByLastLetter(
    [
        ("ement", ""), ("able", ""), ("ance", ""), ("ence", ""), ("ible", ""), ("ment", ""), ("ant", ""), ("ate", ""), ("ent", ""),
        ("ion", ""), ("ism", ""), ("iti", ""), ("ive", ""), ("ize", ""), ("ous", ""), ("al", ""), ("er", ""), ("ic", ""),
    ]);

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Whole = new Dictionary<string, string>(
        StringComparer.Ordinal)
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> WholeAfterPlural = new HashSet<string>(
        StringComparer.Ordinal)
    {
        "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Stems a lower-case word of the letters a to z where it stands; the span must have room for one letter more. Returns the stem's
    /// length.
    /// </summary>
    public static int Stem(Span<char> room, int length)
    {
        if (length < 3)
        {
            return length;
        }

        if (Whole.TryGetValue(room[..length], out var stem))
        {
            stem.CopyTo(room);
            return stem.Length;
        }

        MarkConsonantY(room[..length]);
        var first = FirstRegion(room[..length]);
        var second = RegionAfter(room[..length], first);
        length = Plural(room, length);
        if (WholeAfterPlural.Contains(room[..length]))
        {
            return length;
        }

        length = PastAndGerund(room, length, first);
        length = FinalY(room, length);
        length = Replace(room, length, first, second, Step2);
        length = Replace(room, length, first, second, Step3);
        length = Delete(room, length, second);
        length = FinalLetter(room, length, first, second);
        room[..length].Replace('Y', 'y');
        return length;
    }

    private static void MarkConsonantY(Span<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == 'y' && (i == 0 || IsVowel(word[i - 1])))
            {
                word[i] = 'Y';
            }
        }
    }

    private static int FirstRegion(ReadOnlySpan<char> word) =>
        word.StartsWith("gener") || word.StartsWith("arsen") ? 5
        : word.StartsWith("commun") ? 6
        : RegionAfter(word, 0);

    private static int RegionAfter(ReadOnlySpan<char> word, int start)
    {
        for (var i = start + 1; i < word.Length; i++)
        {
            if (!IsVowel(word[i]) && IsVowel(word[i - 1]))
            {
                return i + 1;
            }
        }

        return word.Length;
    }

    private static int Plural(Span<char> room, int length)
    {
        var word = room[..length];
        if (word.EndsWith("sses"))
        {
            return length - 2;
        }

        if (word.EndsWith("ied") || word.EndsWith("ies"))
        {
            return length > 4 ? length - 2 : length - 1;
        }

        return word[^1] == 's' && !word.EndsWith("us") && !word.EndsWith("ss") && HasVowel(word[..^2]) ? length - 1 : length;
    }

    private static int PastAndGerund(Span<char> room, int length, int first)
    {
        var word = room[..length];
        foreach (var suffix in (ReadOnlySpan<string>)["eedly", "eed"])
        {
            if (word.EndsWith(suffix))
            {
                return length - suffix.Length >= first ? length - suffix.Length + 2 : length;
            }
        }

        foreach (var suffix in (ReadOnlySpan<string>)["ingly", "edly", "ing", "ed"])
        {
            if (word.EndsWith(suffix))
            {
                return HasVowel(word[..^suffix.Length]) ? Mended(room, length - suffix.Length, first) : length;
            }
        }

        return length;
    }

    private static int Mended(Span<char> room, int length, int first)
    {
        var word = room[..length];
        if (word.EndsWith("at") || word.EndsWith("bl") || word.EndsWith("iz"))
        {
            room[length] = 'e';
            return length + 1;
        }

        if (length > 1 && word[^1] == word[^2] && word[^1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't')
        {
            return length - 1;
        }

        if (first >= length && EndsInShortSyllable(word))
        {
            room[length] = 'e';
            return length + 1;
        }

        return length;
    }

    private static int FinalY(Span<char> room, int length)
    {
        if (length > 2 && room[length - 1] is 'y' or 'Y' && !IsVowel(room[length - 2]))
        {
            room[length - 1] = 'i';
        }

        return length;
    }

    private static int Replace(Span<char> room, int length, int first, int second, (string Suffix, string Replacement)[][] rules)
    {
        var word = room[..length];
        foreach (var (suffix, replacement) in For(rules, word))
        {
            if (!word.EndsWith(suffix))
            {
                continue;
            }

            var start = length - suffix.Length;
            var applies = start >= first && suffix switch
            {
                "ogi" => start > 0 && word[start - 1] == 'l',
                "li" => start > 0 && word[start - 1] is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
                "ative" => start >= second,
                _ => true,
            };
            if (!applies)
            {
                return length;
            }

            replacement.CopyTo(room[start..]);
            return start + replacement.Length;
        }

        return length;
    }

    private static int Delete(Span<char> room, int length, int second)
    {
        var word = room[..length];
        foreach (var (suffix, _) in For(Step4, word))
        {
            if (word.EndsWith(suffix))
            {
                var start = length - suffix.Length;
                return start >= second && (suffix is not "ion" || (start > 0 && word[start - 1] is 's' or 't')) ? start : length;
            }
        }

        return length;
    }

    private static int FinalLetter(Span<char> room, int length, int first, int second)
    {
        var start = length - 1;
        return room[start] switch
        {
            'e' when start >= second || (start >= first && !EndsInShortSyllable(room[..start])) => start,
            'l' when start >= second && start > 0 && room[start - 1] == 'l' => start,
            _ => length,
        };
    }

    /// <summary>Rules by the last letter of their suffix, the longest suffix first.</summary>
    private static (string Suffix, string Replacement)[][] ByLastLetter((string Suffix, string Replacement)[] rules) =>
        [.. Enumerable.Range('a', 26).Select(letter => rules.Where(rule => rule.Suffix[^1] == letter).ToArray())];

    private static (string Suffix, string Replacement)[] For((string Suffix, string Replacement)[][] rules, ReadOnlySpan<char> word) =>
        word[^1] is >= 'a' and <= 'z' and var last ? rules[last - 'a'] : [];

    private static bool EndsInShortSyllable(ReadOnlySpan<char> word) => word.Length switch
    {
        < 2 => false,
        2 => IsVowel(word[0]) && !IsVowel(word[1]),
        _ => !IsVowel(word[^3]) && IsVowel(word[^2]) && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'Y'),
    };

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
