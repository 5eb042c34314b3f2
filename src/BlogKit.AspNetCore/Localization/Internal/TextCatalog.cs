using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Finds texts: in the language, then in the languages it derives from, then in English; within a language the application's sources before
/// BlogKit's own.
/// </summary>
internal sealed partial class TextCatalog(IEnumerable<IBlogTexts> sources, ILogger<TextCatalog>? logger = null)
{
    private const int Named = 5;

    private const string Fallback = "en";
    private readonly ImmutableArray<IBlogTexts> _sources = [.. sources.Reverse(), BuiltInTexts.Instance];
    private readonly ConcurrentDictionary<(string Language, string Key), string?> _found = new();
    private readonly ConcurrentDictionary<string, BlogText> _texts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The texts in a blog's language, with dates in its zone.</summary>
    public BlogText For(Blog blog) => For(blog.Language).In(blog.FindTimeZone());
    /// <summary>The texts in a language.</summary>
    public BlogText For(string language) => _texts.TryGetValue(language, out var known) ? known : Open(language);

    /// <summary>
    /// The keys that are said in English because nobody says them in the language: each that a plural category of it lacks, and each other
    /// one.
    /// </summary>
    public IReadOnlyList<string> Untranslated(CultureInfo language) =>
    [
        .. BuiltInTexts.Instance.KeysOf(Fallback)
            .GroupBy(static key => key.Split('#')[0], StringComparer.Ordinal)
            .SelectMany(texts => texts.First().Contains('#', StringComparison.Ordinal)
                ? PluralRules.CategoriesOf(language.TwoLetterISOLanguageName).Select(category => $"{texts.Key}#{category}")
                : [texts.Key])
            .Where(key => FindOwn(language, key) is null)
            .Order(StringComparer.Ordinal),
    ];

    private BlogText Open(string language)
    {
        var text = new BlogText(this, Languages.Of(language));
        if (_texts.TryAdd(language, text) && logger is not null && Untranslated(text.Language) is { Count: > 0 } missing)
        {
            SaidInEnglish(
                logger, text.Language.Name, missing.Count, string.Join(", ", missing.Take(Named)) + (missing.Count > Named ? ", …" : ""));
        }

        return _texts[language];
    }

    public string? Find(CultureInfo language, string key) => FindOwn(language, key) ?? Exactly(Languages.Of(Fallback), key);

    /// <summary>A text in the language or one it derives from; null rather than English.</summary>
    public string? FindOwn(CultureInfo language, string key)
    {
        for (var culture = language; culture.Name.Length > 0; culture = culture.Parent)
        {
            if (Exactly(culture, key) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>A text in the form for a number. The rules of grammar are those of the language the text is found in.</summary>
    public string? FindPlural(CultureInfo language, string key, long count)
    {
        for (var culture = language; culture.Name.Length > 0; culture = culture.Parent)
        {
            if (Plural(culture, key, count) is { } text)
            {
                return text;
            }
        }

        return Plural(Languages.Of(Fallback), key, count);
    }

    private string? Plural(CultureInfo culture, string key, long count) =>
        Exactly(culture, $"{key}#{PluralRules.CategoryOf(culture.TwoLetterISOLanguageName, count)}")
        ?? Exactly(culture, $"{key}#{PluralRules.Other}");

    private string? Exactly(CultureInfo culture, string key) =>
        _found.TryGetValue((culture.Name, key), out var known) ? known : Look(culture, key);

    private string? Look(CultureInfo culture, string key)
    {
        var text = _sources.Select(source => source.Find(culture, key)).FirstOrDefault(static found => found is not null);

        // Keys come from the package's code and languages from blogs: both are few.
        _found[(culture.Name, key)] = text;
        return text;
    }

    [LoggerMessage(EventId = 110, Level = LogLevel.Warning, Message = "{Count} texts are not there in '{Language}' and are said in "
        + "English: {Keys}. Add them with AddTextFile, AddTextFolder or AddTexts.")]
    private static partial void SaidInEnglish(ILogger logger, string language, int count, string keys);
}
