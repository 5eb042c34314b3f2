using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>
/// The readable part of an address: lower-case letters and digits of any script, with their marks, in words separated by single hyphens.
/// Normalised (NFC) and at most <see cref="MaximumLength"/> characters. <c>default</c> is empty and belongs to nothing.
/// </summary>
[JsonConverter(typeof(SlugJsonConverter))]
public readonly record struct Slug : IParsable<Slug>
{
    /// <summary>The longest slug, in UTF-16 code units.</summary>
    public const int MaximumLength = 200;

    private const int MaximumTitleLength = 2_000;

    private readonly string? _value;

    private Slug(string value) => _value = value;

    /// <summary>The text; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>
    /// Makes a slug from any title. Latin letters lose their accents; letters of other scripts stay what they are;
    /// everything else separates words. A title without letters and digits gives <c>untitled</c>.
    /// </summary>
    public static Slug From(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var text = TextRules.WithoutLoneSurrogates(title.Length > MaximumTitleLength ? title[..MaximumTitleLength] : title);
        var folded = Fold(text);
        return new Slug(folded.Length == 0 ? "untitled" : folded);
    }

    /// <summary>Parses a slug that <see cref="From"/> could have made; anything else is refused.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out Slug slug) => TryParse(s, null, out slug);

    /// <inheritdoc cref="TryParse(string?, out Slug)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Slug result)
    {
        if (s is { Length: > 0 and <= MaximumLength } && TextRules.IsStorable(s) && string.Equals(Fold(s), s, StringComparison.Ordinal))
        {
            result = new Slug(s);
            return true;
        }

        result = default;
        return false;
    }

    /// <summary>
    /// Finds the slug that an address means, however it is spelled: in capitals, with letters in parts (NFD), in full width, with spaces.
    /// Lead to <see cref="Value"/> when <see cref="IsSpelled"/> is false. False for a text without letters and digits, and for one too long
    /// to be a slug.
    /// </summary>
    public static bool TryFold([NotNullWhen(true)] string? text, out Slug slug)
    {
        if (text is { Length: > 0 and <= MaximumTitleLength }
            && FoldWhole(TextRules.WithoutLoneSurrogates(text)).Trim('-') is { Length: > 0 and <= MaximumLength } folded)
        {
            slug = new Slug(folded);
            return true;
        }

        slug = default;
        return false;
    }

    /// <summary>Returns whether a text is this slug in its one spelling.</summary>
    public bool IsSpelled(string? text) => string.Equals(text, Value, StringComparison.Ordinal);

    /// <summary>Parses a slug.</summary>
    /// <exception cref="FormatException">The text is not a slug.</exception>
    public static Slug Parse(string s) => Parse(s, null);

    /// <inheritdoc cref="Parse(string)"/>
    public static Slug Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, provider, out var slug)
            ? slug
            : throw new FormatException(
                $"'{s}' is not a slug: lower-case letters and digits in words separated by single hyphens were expected.");
    }

    /// <summary>Returns the same slug with a number behind it, cut where it would become too long.</summary>
    /// <param name="number">At least 2, as the first one has none.</param>
    public Slug WithNumber(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 2);
        var suffix = string.Create(CultureInfo.InvariantCulture, $"-{number}");
        return new Slug(Cut(Value, MaximumLength - suffix.Length) + suffix);
    }

    /// <summary>Returns the text.</summary>
    public override string ToString() => Value;

    private static string Fold(string text) => Cut(FoldWhole(text), MaximumLength);

    private static string FoldWhole(string text)
    {
        var result = new StringBuilder(text.Length);
        var afterLatin = false;
        foreach (var rune in UnicodeForms.ToNfkd(text).EnumerateRunes())
        {
            if (IsMark(rune))
            {
                if (!afterLatin && result.Length > 0 && result[^1] != '-')
                {
                    result.Append(rune.ToString());
                }
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                var lower = Rune.ToLowerInvariant(rune);
                afterLatin = lower.Value < 0x250;
                result.Append(LatinLetters.Of(lower) ?? lower.ToString());
            }
            else if (!IsInvisible(rune) && !IsApostrophe(rune))
            {
                afterLatin = false;
                if (result.Length > 0 && result[^1] != '-')
                {
                    result.Append('-');
                }
            }
        }

        return UnicodeForms.ToNfc(result.ToString());
    }

    private static string Cut(string text, int length)
    {
        if (text.Length > length)
        {
            var lastWord = text.LastIndexOf('-', length);
            var end = lastWord > length / 2 ? lastWord : length;
            while (end > 0 && end < text.Length && (char.IsLowSurrogate(text[end]) || IsMark(RuneAt(text, end))))
            {
                end--;
            }

            text = text[..end];
        }

        return text.Trim('-');
    }

    private static Rune RuneAt(string text, int index) => Rune.TryGetRuneAt(text, index, out var rune) ? rune : Rune.ReplacementChar;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark;

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format;

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’' or '‘' or 'ʼ' or '＇';
}
