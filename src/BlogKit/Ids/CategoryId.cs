using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>Identifies a <see cref="Category"/>. A UUIDv7: its order is the order of creation. <c>default</c> identifies nothing.</summary>
/// <param name="Value">The identifier as a <see cref="Guid"/>.</param>
[JsonConverter(typeof(IdJsonConverter<CategoryId>))]
public readonly record struct CategoryId(Guid Value) : IEntityId<CategoryId>
{
    /// <summary>Wraps a <see cref="Guid"/> that is known to identify a category.</summary>
    public static CategoryId From(Guid value) => new(value);

    /// <summary>Parses the 32 hexadecimal digits that <see cref="ToString"/> writes (hyphens are accepted).</summary>
    /// <exception cref="FormatException"><paramref name="s"/> is not an identifier.</exception>
    public static CategoryId Parse(string s) => IdText.Parse<CategoryId>(s);

    /// <inheritdoc cref="Parse(string)"/>
    public static CategoryId Parse(string s, IFormatProvider? provider) => IdText.Parse<CategoryId>(s);

    /// <summary>Parses the text that <see cref="ToString"/> writes; returns false, and <c>default</c>, for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CategoryId result) =>
        IdText.TryParse(s, out result);

    /// <summary>Compares two category identifiers; the earlier one is smaller.</summary>
    public int CompareTo(CategoryId other) => Value.CompareTo(other.Value);

    /// <summary>Returns the identifier as 32 lower-case hexadecimal digits, the form used in URLs and JSON.</summary>
    public override string ToString() => Value.ToString("N");

    /// <summary>Returns whether the left identifier is the earlier one.</summary>
    public static bool operator <(CategoryId left, CategoryId right) => left.CompareTo(right) < 0;

    /// <summary>Returns whether the left identifier is the later one.</summary>
    public static bool operator >(CategoryId left, CategoryId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier is not the later one.</summary>
    public static bool operator <=(CategoryId left, CategoryId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier is not the earlier one.</summary>
    public static bool operator >=(CategoryId left, CategoryId right) => left.CompareTo(right) >= 0;
}
