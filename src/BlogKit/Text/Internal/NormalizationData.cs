using System.Collections.Frozen;
using System.Globalization;

namespace BlogKit.Internal;

/// <summary>
/// What Unicode says of characters that have parts, are parts, or are ordered (Data/normalization.txt). Hangul syllables are reckoned (The
/// Unicode Standard, 3.12).
/// </summary>
internal static class NormalizationData
{
    /// <summary>Has a place in the order of marks.</summary>
    public const byte Ordered = 1;

    /// <summary>May compose with what stands before it.</summary>
    public const byte Joins = 2;

    /// <summary>Never stands in a text in form C.</summary>
    public const byte ChangesNfc = 4;

    /// <summary>Never stands in a text in form D.</summary>
    public const byte ChangesNfd = 8;

    /// <summary>Never stands in a text in form KC.</summary>
    public const byte ChangesNfkc = 16;

    /// <summary>Never stands in a text in form KD.</summary>
    public const byte ChangesNfkd = 32;

    private const int FirstSyllable = 0xAC00;
    private const int Syllables = 11_172;
    private const int FirstLead = 0x1100;
    private const int Leads = 19;
    private const int FirstVowel = 0x1161;
    private const int Vowels = 21;
    private const int FirstTail = 0x11A7;
    private const int Tails = 28;
    private const int PageSize = 256;

    private static readonly Tables s_tables = Load();

    /// <summary>Canonical combining class; 0 for what begins anew.</summary>
    public static int ClassOf(int value) => value < 0x300 ? 0 : s_tables.Classes[value / PageSize] is { } page ? page[value % PageSize] : 0;

    public static byte TraitsOf(int value) =>
        IsSyllable(value) ? (byte)(ChangesNfd | ChangesNfkd)
            : s_tables.Traits[value / PageSize] is { } page ? page[value % PageSize]
            : (byte)0;

    /// <summary>What a character is made of, to the last; null for one that has no parts, and for syllables.</summary>
    public static int[]? PartsOf(int value, bool isCompatible) =>
        (TraitsOf(value) & (isCompatible ? ChangesNfkd : ChangesNfd)) == 0
            ? null
            : (isCompatible ? s_tables.Compatible : s_tables.Canonical).GetValueOrDefault(value);

    public static bool IsSyllable(int value) => (uint)(value - FirstSyllable) < Syllables;

    public static void TakeApart(int syllable, ref CodePoints buffer)
    {
        var index = syllable - FirstSyllable;
        buffer.Add(FirstLead + (index / (Vowels * Tails)));
        buffer.Add(FirstVowel + (index % (Vowels * Tails) / Tails));
        if (index % Tails is var tail and > 0)
        {
            buffer.Add(FirstTail + tail);
        }
    }

    public static bool TryCompose(int first, int second, out int composed)
    {
        if ((uint)(first - FirstLead) < Leads && (uint)(second - FirstVowel) < Vowels)
        {
            composed = FirstSyllable + ((((first - FirstLead) * Vowels) + (second - FirstVowel)) * Tails);
            return true;
        }

        if (IsSyllable(first) && (first - FirstSyllable) % Tails == 0 && second - FirstTail is > 0 and < Tails)
        {
            composed = first + (second - FirstTail);
            return true;
        }

        return s_tables.Pairs.TryGetValue((first, second), out composed);
    }

    private static Tables Load()
    {
        var steps = new Dictionary<int, int[]>();
        var canonical = new HashSet<int>();
        var pairs = new Dictionary<(int, int), int>();
        var classes = new byte[]?[0x1100];
        var traits = new byte[]?[0x1100];
        foreach (var line in EmbeddedLines.Of("normalization.txt"))
        {
            var fields = line[1..].Split(' ');
            if (line[0] is '@')
            {
                foreach (var range in fields[1..])
                {
                    var ends = Array.ConvertAll(range.Split('-'), Hexadecimal);
                    for (var value = ends[0]; value <= ends[^1]; value++)
                    {
                        Page(classes, value)[value % PageSize] = byte.Parse(fields[0], CultureInfo.InvariantCulture);
                        Mark(value, Ordered);
                    }
                }

                continue;
            }

            var code = Hexadecimal(fields[0]);
            steps[code] = Array.ConvertAll(fields[1..], Hexadecimal);
            if (line[0] is not '~')
            {
                canonical.Add(code);
            }

            if (line[0] is '=')
            {
                pairs[(steps[code][0], steps[code][1])] = code;
                Mark(steps[code][1], Joins);
            }
            else
            {
                Mark(code, line[0] is '-' ? (byte)(ChangesNfc | ChangesNfkc) : ChangesNfkc);
            }
        }

        for (var part = 0; part < Math.Max(Vowels, Tails); part++)
        {
            Mark(FirstVowel + Math.Min(part, Vowels - 1), Joins);
            Mark(FirstTail + Math.Max(part, 1), Joins);
        }

        var apart = steps.Keys.Where(canonical.Contains).ToFrozenDictionary(static c => c, c => Apart(c, canonical.Contains));
        var compatible = steps.Keys.ToFrozenDictionary(static c => c, c => Apart(c, static _ => true));
        foreach (var (code, parts) in compatible)
        {
            Mark(code, canonical.Contains(code) ? (byte)(ChangesNfd | ChangesNfkd) : ChangesNfkd);
            if (canonical.Contains(code) && !parts.AsSpan().SequenceEqual(apart[code]))
            {
                Mark(code, ChangesNfkc);
            }
        }

        return new Tables(classes, traits, apart, compatible, pairs.ToFrozenDictionary());

        int[] Apart(int code, Func<int, bool> mayGo) =>
            steps.TryGetValue(code, out var parts) && mayGo(code) ? [.. parts.SelectMany(p => Apart(p, mayGo))] : [code];

        void Mark(int value, byte trait) => Page(traits, value)[value % PageSize] |= trait;
    }

    private static byte[] Page(byte[]?[] pages, int value) => pages[value / PageSize] ??= new byte[PageSize];

    private static int Hexadecimal(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private sealed record Tables(
        byte[]?[] Classes,
        byte[]?[] Traits,
        FrozenDictionary<int, int[]> Canonical,
        FrozenDictionary<int, int[]> Compatible,
        FrozenDictionary<(int First, int Second), int> Pairs);
}
