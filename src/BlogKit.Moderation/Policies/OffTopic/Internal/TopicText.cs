using System.Collections.Frozen;
using System.Globalization;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// Takes the words out of a text that say something about its topic: folded, without stop words, stemmed. Scripts without spaces give pairs
/// of neighbouring characters. Time is linear in the text, which is cut at <see cref="MaximumTextLength"/>; at most as many terms come out
/// as are asked for.
/// </summary>
internal sealed class TopicText
{
    /// <summary>The longest text that is looked at, in characters.</summary>
    public const int MaximumTextLength = 20_000;

    private const int LongestWord = 40;
    private const ulong HashStart = 14695981039346656037;
    private const ulong HashStep = 1099511628211;

    private const float CommonWeight = 1.6f;
    private const float KnownWeight = 4.2f;
    private const float RestWeight = 5.2f;

    private readonly string _language;
    private readonly FrozenSet<ulong> _english;
    private readonly FrozenSet<ulong> _own;
    private readonly TopicWords _words = TopicWords.Default;

    private TopicText(string language)
    {
        _language = language;
        _english = _words.StopWords("en")!;
        _own = _words.StopWords(language) ?? _english;
    }

    private static readonly TopicText English = new("en");
    private static readonly TopicText German = new("de");
    private static readonly TopicText French = new("fr");
    private static readonly TopicText Other = new("");

    /// <summary>The reader for a language by its BCP 47 tag.</summary>
    public static TopicText For(string languageTag) =>
        Is(languageTag, "en") ? English : Is(languageTag, "de") ? German : Is(languageTag, "fr") ? French : Other;

    /// <summary>FNV-1a over UTF-16; a collision makes two words one, which costs a little accuracy and nothing else.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> word)
    {
        var hash = HashStart;
        foreach (var c in word)
        {
            hash = (hash ^ c) * HashStep;
        }

        return hash;
    }

    /// <summary>Reads the terms of a text in order, repeated ones included. Offsets point into <paramref name="text"/>.</summary>
    public void Read(string text, List<TopicTerm> terms, int maximum) => Read(text, terms, maximum, words: null);

    /// <summary>As the other, and gives the hashes of all words as written, folded, those without a topic too.</summary>
    public void Read(string text, List<TopicTerm> terms, int maximum, List<ulong>? words)
    {
        Span<char> word = stackalloc char[LongestWord + 1];
        var end = Math.Min(text.Length, MaximumTextLength);
        var at = 0;
        while (at < end && terms.Count < maximum)
        {
            var c = text[at];
            if (!IsWordCharacter(c))
            {
                at++;
                continue;
            }

            if (Scripts.HasNoSpaces(c))
            {
                at = ReadPairs(text, at, end, terms, maximum);
                continue;
            }

            var start = at;
            var length = 0;
            var plain = true;
            while (at < end && (IsWordCharacter(text[at]) || IsInnerMark(text, at, end)) && !Scripts.HasNoSpaces(text[at]))
            {
                length = Fold(text[at], word, length, ref plain);
                at++;
            }

            if (length > 1)
            {
                var key = KeyOf(word[..length]);
                words?.Add(key);
                AddWord(key, word, length, plain, start, at - start, terms);
            }
        }
    }

    private static bool Is(string tag, string language) =>
        tag.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (tag.Length == language.Length || tag[language.Length] == '-');

    private static bool IsWordCharacter(char c) =>
        char.IsAsciiLetterOrDigit(c)
        || (c >= 0x80
            && (char.IsLetterOrDigit(c)
                || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark));

    private static bool IsInnerMark(string text, int at, int end) =>
        text[at] is '\'' or '\u2019' && at + 1 < end && char.IsLetter(text[at + 1]);

    private static int Fold(char c, Span<char> word, int length, ref bool plain)
    {
        if (c is '\'' or '\u2019' || length >= LongestWord)
        {
            return length;
        }

        if (char.IsAscii(c))
        {
            plain &= char.IsAsciiLetter(c);
            word[length] = char.ToLowerInvariant(c);
            return length + 1;
        }

        return FoldOther(c, word, length, ref plain);
    }

    private static int FoldOther(char c, Span<char> word, int length, ref bool plain)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
        {
            return length;
        }

        if (c is '\u00DF')
        {
            word[length] = 's';
            if (length + 1 < LongestWord)
            {
                word[++length] = 's';
            }

            return length + 1;
        }

        var lower = char.ToLowerInvariant(c);
        if (lower is >= '\u00C0' and <= '\u024F')
        {
            lower = Base[lower - '\u00C0'];
        }

        plain &= char.IsAscii(lower);
        word[length] = lower;
        return length + 1;
    }

    private static readonly string Base = string.Create(0x250 - 0xC0, 0, static (span, _) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = UnicodeForms.ToNfd(((char)(i + 0xC0)).ToString())[0];
        }
    });

    private static int ReadPairs(string text, int at, int end, List<TopicTerm> terms, int maximum)
    {
        var start = at;
        while (at < end && Scripts.HasNoSpaces(text[at]))
        {
            at++;
        }

        for (var i = start; i < Math.Max(at - 1, start + 1) && terms.Count < maximum; i++)
        {
            var length = Math.Min(2, at - i);
            terms.Add(new TopicTerm(KeyOf(text.AsSpan(i, length)), i, length, RestWeight / 2));
        }

        return at;
    }

    private void AddWord(ulong key, Span<char> word, int length, bool plain, int start, int written, List<TopicTerm> terms)
    {
        if (_english.Contains(key) || (!ReferenceEquals(_own, _english) && _own.Contains(key)))
        {
            return;
        }

        if (plain)
        {
            var stem = _language switch
            {
                "en" => EnglishStemmer.Stem(word, length),
                "de" => GermanStemmer.Stem(word[..length]),
                "fr" => FrenchStemmer.Stem(word[..length]),
                _ => length,
            };
            if (_language.Length > 0)
            {
                key = KeyOf(word[..stem]);
            }
        }

        var weight = string.Equals(_language, "en", StringComparison.Ordinal) && _words.IsCommon(key) ? CommonWeight
            : _words.Fields(key).IsEmpty ? RestWeight
            : KnownWeight;
        terms.Add(new TopicTerm(key, start, written, weight));
    }
}
