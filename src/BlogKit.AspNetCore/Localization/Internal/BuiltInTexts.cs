using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The texts in the package: files <c>Texts/AREA.LANGUAGE.json</c>, a member per key; where the text depends on a number, an object with a
/// member per plural category.
/// </summary>
internal sealed class BuiltInTexts : IBlogTexts
{
    private const string Prefix = "texts/";
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _languages;

    private BuiltInTexts() => _languages = Read();

    public static BuiltInTexts Instance { get; } = new();

    /// <summary>The languages there are texts in, as culture names.</summary>
    public IEnumerable<string> Languages => _languages.Keys;

    /// <summary>The keys of a language, plural categories included.</summary>
    public IEnumerable<string> KeysOf(string language) => _languages.TryGetValue(language, out var texts) ? texts.Keys : [];

    public string? Find(CultureInfo language, string key) =>
        _languages.TryGetValue(language.Name, out var texts) ? texts.GetValueOrDefault(key) : null;

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Read()
    {
        var all = new Dictionary<string, Dictionary<string, string>>(StringComparer.OrdinalIgnoreCase);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(static n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            // texts/reader.pt-BR.json
            var language = name.Split('.')[^2];
            if (!all.TryGetValue(language, out var texts))
            {
                all[language] = texts = new Dictionary<string, string>(StringComparer.Ordinal);
            }

            using var stream = assembly.GetManifestResourceStream(name)!;
            TextFile.Read(stream, texts, name);
        }

        return all.ToFrozenDictionary(
            static p => p.Key, static p => p.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);
    }
}
