using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>Identifies a <see cref="Blog"/>. A UUIDv7: its order is the order of creation. <c>default</c> identifies nothing.</summary>
/// <param name="Value">The identifier as a <see cref="Guid"/>.</param>
[JsonConverter(typeof(IdJsonConverter<BlogId>))]
public readonly record struct BlogId(Guid Value) : IEntityId<BlogId>
{
    /// <summary>Wraps a <see cref="Guid"/> that is known to identify a blog.</summary>
    public static BlogId From(Guid value) => new(value);

    /// <summary>Parses the 32 hexadecimal digits that <see cref="ToString"/> writes (hyphens are accepted).</summary>
    /// <exception cref="FormatException"><paramref name="s"/> is not an identifier.</exception>
    public static BlogId Parse(string s) => IdText.Parse<BlogId>(s);

    /// <inheritdoc cref="Parse(string)"/>
    public static BlogId Parse(string s, IFormatProvider? provider) => IdText.Parse<BlogId>(s);

    /// <summary>Parses the text that <see cref="ToString"/> writes; returns false, and <c>default</c>, for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BlogId result) =>
        IdText.TryParse(s, out result);

    /// <summary>Compares two blog identifiers; the earlier one is smaller.</summary>
    public int CompareTo(BlogId other) => Value.CompareTo(other.Value);

    /// <summary>Returns the identifier as 32 lower-case hexadecimal digits, the form used in URLs and JSON.</summary>
    public override string ToString() => Value.ToString("N");

    /// <summary>Returns whether the left identifier is the earlier one.</summary>
    public static bool operator <(BlogId left, BlogId right) => left.CompareTo(right) < 0;

    /// <summary>Returns whether the left identifier is the later one.</summary>
    public static bool operator >(BlogId left, BlogId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier is not the later one.</summary>
    public static bool operator <=(BlogId left, BlogId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier is not the earlier one.</summary>
    public static bool operator >=(BlogId left, BlogId right) => left.CompareTo(right) >= 0;
}
