using System.Globalization;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// A text as the set of its sequences of three words, each a 64-bit hash that is the same in every process. Case, accents written as
/// compatibility forms, punctuation and white space do not count; in scripts without spaces every character is a word.
/// </summary>
internal sealed class Shingles
{
    private const int Size = 3;
    private const int CharactersInAWord = 3;
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly ulong[] _sorted;

    private Shingles(ulong[] sorted, ulong exact, int words)
    {
        _sorted = sorted;
        Exact = exact;
        Words = words;
    }

    /// <summary>The hash of all words in their order: equal for texts that differ in nothing that counts.</summary>
    public ulong Exact { get; }

    /// <summary>How many words there are; three characters of a script without spaces are one.</summary>
    public int Words { get; }

    /// <summary>The different hashes in ascending order.</summary>
    public ReadOnlySpan<ulong> Hashes => _sorted;

    /// <summary>Reads a text; linear in its length.</summary>
    public static Shingles Of(string text)
    {
        var words = new List<ulong>((text.Length / 5) + 4);
        var characters = 0;
        var hash = Basis;
        var isInWord = false;
        foreach (var raw in UnicodeForms.ToNfkc(text))
        {
            if (char.IsAsciiLetterOrDigit(raw))
            {
                hash = (hash ^ (char.IsAsciiLetter(raw) ? (uint)raw | 0x20 : raw)) * Prime;
                isInWord = true;
                continue;
            }

            var c = char.ToLowerInvariant(raw);
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                if (!Scripts.HasNoSpaces(c))
                {
                    hash = (hash ^ c) * Prime;
                    isInWord = true;
                    continue;
                }

                End();
                words.Add(Mix((Basis ^ c) * Prime));
                characters++;
            }
            else if (!IsMark(c))
            {
                End();
            }
        }

        End();
        return new Shingles(Sequences(words), Whole(words), words.Count - characters + (characters / CharactersInAWord));

        void End()
        {
            if (isInWord)
            {
                words.Add(Mix(hash));
                hash = Basis;
                isInWord = false;
            }
        }
    }

    /// <summary>How alike two texts are: the sequences they share of all they have (Jaccard), 0 to 1.</summary>
    public double SimilarityTo(Shingles other)
    {
        int i = 0, j = 0, shared = 0;
        while (i < _sorted.Length && j < other._sorted.Length)
        {
            var order = _sorted[i].CompareTo(other._sorted[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        var all = _sorted.Length + other._sorted.Length - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    /// <summary>Spreads a hash over all 64 bits (the finalizer of SplitMix64, Steele, Lea and Flood 2014).</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private static bool IsMark(char c) =>
        c > '~'
        && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    private static ulong[] Sequences(List<ulong> words)
    {
        if (words.Count < Size)
        {
            return [];
        }

        var sequences = new ulong[words.Count - Size + 1];
        for (var i = 0; i < sequences.Length; i++)
        {
            sequences[i] = Mix(words[i] + Mix(words[i + 1] + Mix(words[i + 2])));
        }

        Array.Sort(sequences);
        var different = 0;
        for (var i = 0; i < sequences.Length; i++)
        {
            if (i == 0 || sequences[i] != sequences[i - 1])
            {
                sequences[different++] = sequences[i];
            }
        }

        return different == sequences.Length ? sequences : sequences[..different];
    }

    private static ulong Whole(List<ulong> words)
    {
        var whole = Basis;
        foreach (var word in words)
        {
            whole = Mix(whole + word);
        }

        return whole;
    }
}
