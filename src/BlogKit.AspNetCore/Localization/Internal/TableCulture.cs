using System.Globalization;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A language that the system does not know, with the ways of BlogKit's own table. Immutable; safe for concurrent use.</summary>
internal sealed class TableCulture : CultureInfo
{
    private readonly string _name;
    private readonly NumberFormatInfo _numbers;
    private readonly DateTimeFormatInfo _dates;

    public TableCulture(string language)
#pragma warning disable RS0030 // The invariant culture is there always.
        : base("", useUserOverride: false)
#pragma warning restore RS0030
    {
        _name = string.Join('-', language.Split('-').Select(Cased));
        var ways = LanguageTable.Find(TwoLetterISOLanguageName);
        _numbers = ways?.Numbers ?? NumberFormatInfo.InvariantInfo;
        _dates = ways?.Dates ?? DateTimeFormatInfo.InvariantInfo;
    }

    public override string Name => _name;

    public override CultureInfo Parent => _name.LastIndexOf('-') is var at and > 0 ? new TableCulture(_name[..at]) : InvariantCulture;

    public override string TwoLetterISOLanguageName => _name.Split('-')[0];

    public override bool IsNeutralCulture => !_name.Contains('-', StringComparison.Ordinal);

    public override NumberFormatInfo NumberFormat
    {
        get => _numbers;
        set => throw new NotSupportedException("The texts' language is for all.");
    }

    public override DateTimeFormatInfo DateTimeFormat
    {
        get => _dates;
        set => throw new NotSupportedException("The texts' language is for all.");
    }

    public override string DisplayName => _name;

    public override string EnglishName => _name;

    public override string NativeName => _name;

    public override object? GetFormat(Type? formatType) =>
        formatType == typeof(NumberFormatInfo) ? _numbers : formatType == typeof(DateTimeFormatInfo) ? _dates : null;

    public override string ToString() => _name;

    public override bool Equals(object? value) =>
        value is TableCulture other && string.Equals(_name, other._name, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_name);

    // RFC 5646, 2.1.1: the language in lower case, a script with a capital, a region in capitals.
    private static string Cased(string part, int index) => (index, part.Length) switch
    {
        (0, _) => part.ToLowerInvariant(),
        (_, 2) => part.ToUpperInvariant(),
        (_, 4) when char.IsAsciiLetter(part[0]) => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant(),
        _ => part.ToLowerInvariant(),
    };
}
