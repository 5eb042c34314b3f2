using BlogKit.Internal;

namespace BlogKit;

/// <summary>
/// The four normalization forms of Unicode (UAX #15), from tables of BlogKit's own: the same on every machine, with and without ICU.
/// Takes any text: what is no character (U+FFFE, halves of surrogate pairs, unassigned code points) stays as it is. Stateless and thread-safe.
/// Use this where a text from outside is compared or folded: <c>string.Normalize</c> throws at some texts, and does nothing under invariant globalization.
/// </summary>
public static class UnicodeForms
{
    /// <summary>The text in composed form (NFC).</summary>
    public static string Nfc(string text) => Normalizer.Normalize(text, isCompatible: false, composes: true);

    /// <summary>The text taken apart (NFD).</summary>
    public static string Nfd(string text) => Normalizer.Normalize(text, isCompatible: false, composes: false);

    /// <summary>The text in composed form with compatible characters made one (NFKC), such as full-width letters and ligatures.</summary>
    public static string Nfkc(string text) => Normalizer.Normalize(text, isCompatible: true, composes: true);

    /// <summary>The text taken apart with compatible characters made one (NFKD).</summary>
    public static string Nfkd(string text) => Normalizer.Normalize(text, isCompatible: true, composes: false);
}
