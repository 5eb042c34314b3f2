using System.Globalization;
using System.Text;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>
/// Converts texts to the four normalization forms of Unicode (UAX #15), from tables of BlogKit's own: the same on every machine, with and
/// without ICU. Takes any text: what is no character (U+FFFE, halves of surrogate pairs, unassigned code points) stays as it is. Stateless
/// and thread-safe. Use this where a text from outside is compared or folded: <c>string.Normalize</c> throws at some texts, and does
/// nothing under invariant globalization.
/// </summary>
public static class UnicodeForms
{
    /// <summary>Returns the text in composed form (NFC).</summary>
    public static string ToNfc(string text) => Normalizer.Normalize(text, isCompatible: false, composes: true);

    /// <summary>Returns the text taken apart (NFD).</summary>
    public static string ToNfd(string text) => Normalizer.Normalize(text, isCompatible: false, composes: false);

    /// <summary>
    /// Returns the text in composed form with compatible characters made one (NFKC), such as full-width letters and ligatures.
    /// </summary>
    public static string ToNfkc(string text) => Normalizer.Normalize(text, isCompatible: true, composes: true);

    /// <summary>Returns the text taken apart with compatible characters made one (NFKD).</summary>
    public static string ToNfkd(string text) => Normalizer.Normalize(text, isCompatible: true, composes: false);

    /// <summary>
    /// Writes <see cref="ToNfkc"/> of a short text without an allocation; false when it does not fit, and what was written then says
    /// nothing.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="result">The span it is written to.</param>
    /// <param name="length">How many characters were written.</param>
    public static bool TryWriteNfkc(ReadOnlySpan<char> text, Span<char> result, out int length) =>
        Normalizer.TryNormalize(text, result, out length, isCompatible: true, composes: true);

    /// <summary>
    /// Writes <see cref="ToNfd"/> of a short text without an allocation; false when it does not fit, and what was written then says
    /// nothing.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="result">The span it is written to.</param>
    /// <param name="length">How many characters were written.</param>
    public static bool TryWriteNfd(ReadOnlySpan<char> text, Span<char> result, out int length) =>
        Normalizer.TryNormalize(text, result, out length, isCompatible: false, composes: false);

    /// <summary>
    /// Returns whether a character leaves no trace on the page: controls, format characters and what Unicode calls default-ignorable
    /// (DerivedCoreProperties.txt), which general categories alone do not tell.
    /// </summary>
    /// <param name="rune">The character.</param>
    public static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164
            or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xE0000 and <= 0xE0FFF);
}
