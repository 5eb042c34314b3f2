using System.Collections.Concurrent;
using System.Globalization;
using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore;

/// <summary>The texts of the pages in one language: the blog's. Immutable; safe for concurrent use.</summary>
public sealed class BlogText
{
    private readonly TextCatalog _catalog;

    // A page asks for hundreds of texts: each is looked for once. Keys come from code, and are few.
    private readonly ConcurrentDictionary<string, string> _known;

    internal BlogText(TextCatalog catalog, CultureInfo language)
        : this(catalog, language, [])
    {
    }

    private BlogText(TextCatalog catalog, CultureInfo language, ConcurrentDictionary<string, string> known)
    {
        _catalog = catalog;
        _known = known;
        Language = language;
        Dates = Gregorian(language);
        IsRightToLeft = Languages.IsRightToLeft(language.Name);
    }

    /// <summary>The language, which also says how numbers and dates are written.</summary>
    public CultureInfo Language { get; }

    /// <summary>Whether the language is written from right to left.</summary>
    internal bool IsRightToLeft { get; }

    /// <summary>The zone of the blog's days. Default UTC.</summary>
    internal TimeZoneInfo Zone { get; private init; } = TimeZoneInfo.Utc;

    /// <summary>Whether both say everything in the same words, and the same times of day.</summary>
    internal bool GivesSameAs(BlogText other) =>
        ReferenceEquals(this, other)
        || (ReferenceEquals(_catalog, other._catalog) && Language.Equals(other.Language) && Zone.Equals(other.Zone));

    /// <summary>The same texts, with dates in a zone.</summary>
    internal BlogText In(TimeZoneInfo zone) => zone.Equals(Zone) ? this : new BlogText(_catalog, Language, _known) { Zone = zone };

    /// <summary>How dates are written: with the language's names of months, in the calendar that addresses and archives use.</summary>
    internal IFormatProvider Dates { get; }

    /// <summary>BlogKit's own texts in English, for where no blog is known.</summary>
    public static BlogText English { get; } = new(new TextCatalog([]), Languages.Of("en"));

    /// <summary>Returns a text as it stands. A key that no language has is returned itself.</summary>
    /// <param name="key">The key, such as <c>thread.reply</c>.</param>
    public string this[string key] => _known.TryGetValue(key, out var text) ? text : Find(key);

    /// <summary>
    /// Returns a text with its places filled in the language's own way of writing numbers and dates. The result is plain text: encode it
    /// where it is shown.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="values">The values for <c>{0}</c>, <c>{1}</c> and so on.</param>
    public string Format(string key, params object?[] values) => string.Format(Language, this[key], values);

    /// <summary>Returns a text that depends on a number, in the form the language's grammar asks for.</summary>
    /// <param name="key">The key, without a plural category.</param>
    /// <param name="count">The number; fills <c>{0}</c>, written with the language's separators. Not negative.</param>
    /// <param name="values">The values for <c>{1}</c> and so on.</param>
    public string FormatCount(string key, long count, params object?[] values)
    {
        var text = _catalog.FindPlural(Language, key, count) ?? key;
        return string.Format(Language, text, [count.ToString("N0", Language), .. values]);
    }

    /// <summary>A text that only some languages have; null in the others.</summary>
    internal string? FindOwn(string key) => _catalog.FindOwn(Language, key);

    private string Find(string key) => _known[key] = _catalog.Find(Language, key) ?? key;

    private static IFormatProvider Gregorian(CultureInfo language)
    {
        if (language.Calendar is GregorianCalendar)
        {
            return language;
        }

        var format = (DateTimeFormatInfo)language.DateTimeFormat.Clone();
        format.Calendar = language.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() ?? format.Calendar;
        return format;
    }
}
