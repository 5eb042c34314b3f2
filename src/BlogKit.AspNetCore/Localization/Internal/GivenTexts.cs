using System.Collections.Frozen;
using System.Globalization;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Texts of the application's, in one language.</summary>
internal sealed class GivenTexts(string language, IReadOnlyDictionary<string, string> texts) : IBlogTexts
{
    private readonly string _language = Languages.Of(language).Name;
    private readonly FrozenDictionary<string, string> _texts = texts.ToFrozenDictionary(StringComparer.Ordinal);

    public string? Find(CultureInfo language, string key) =>
        string.Equals(language.Name, _language, StringComparison.OrdinalIgnoreCase) ? _texts.GetValueOrDefault(key) : null;
}
