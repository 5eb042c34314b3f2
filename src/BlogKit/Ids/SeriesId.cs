using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>Identifies a <see cref="Series"/>. A UUIDv7: its order is the order of creation. <c>default</c> identifies nothing.</summary>
/// <param name="Value">The identifier as a <see cref="Guid"/>.</param>
[JsonConverter(typeof(IdJsonConverter<SeriesId>))]
public readonly record struct SeriesId(Guid Value) : IEntityId<SeriesId>
{
    /// <summary>Wraps a <see cref="Guid"/> that is known to identify a series.</summary>
    public static SeriesId From(Guid value) => new(value);

    /// <summary>Parses the 32 hexadecimal digits that <see cref="ToString"/> writes (hyphens are accepted).</summary>
    /// <exception cref="FormatException"><paramref name="s"/> is not an identifier.</exception>
    public static SeriesId Parse(string s) => IdText.Parse<SeriesId>(s);

    /// <inheritdoc cref="Parse(string)"/>
    public static SeriesId Parse(string s, IFormatProvider? provider) => IdText.Parse<SeriesId>(s);

    /// <summary>Parses the text that <see cref="ToString"/> writes; returns false, and <c>default</c>, for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SeriesId result) =>
        IdText.TryParse(s, out result);

    /// <summary>Compares two series identifiers; the earlier one is smaller.</summary>
    public int CompareTo(SeriesId other) => Value.CompareTo(other.Value);

    /// <summary>Returns the identifier as 32 lower-case hexadecimal digits, the form used in URLs and JSON.</summary>
    public override string ToString() => Value.ToString("N");

    /// <summary>Returns whether the left identifier is the earlier one.</summary>
    public static bool operator <(SeriesId left, SeriesId right) => left.CompareTo(right) < 0;

    /// <summary>Returns whether the left identifier is the later one.</summary>
    public static bool operator >(SeriesId left, SeriesId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier is not the later one.</summary>
    public static bool operator <=(SeriesId left, SeriesId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier is not the earlier one.</summary>
    public static bool operator >=(SeriesId left, SeriesId right) => left.CompareTo(right) >= 0;
}
