using System.Globalization;

namespace BlogKit.AspNetCore;

/// <summary>
/// A source of the texts that pages are written with. Register one (<c>AddTexts</c>, or a singleton of this type) to add a language or to
/// replace a text; sources that were registered later are asked first, BlogKit's own texts last. Asked once per language and key, and for
/// languages in the order "pt-BR", "pt", "en".
/// </summary>
public interface IBlogTexts
{
    /// <summary>
    /// Returns the text of a key in exactly this language; null when this source has none. Texts with places to fill are written as for
    /// <see cref="string.Format(IFormatProvider, string, object?[])"/>. A text that depends on a number is asked for by its key, <c>#</c>
    /// and its plural category in CLDR's terms: <c>comments.count#few</c>. Safe for concurrent use.
    /// </summary>
    /// <param name="language">The language; never the invariant one.</param>
    /// <param name="key">The key, such as <c>thread.reply</c>. All keys are in the files under <c>Texts</c> of the package.</param>
    string? Find(CultureInfo language, string key);
}
