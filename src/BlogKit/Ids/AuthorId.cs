using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>Identifies an <see cref="Author"/>. A UUIDv7: its order is the order of creation. <c>default</c> identifies nothing.</summary>
/// <param name="Value">The identifier as a <see cref="Guid"/>.</param>
[JsonConverter(typeof(IdJsonConverter<AuthorId>))]
public readonly record struct AuthorId(Guid Value) : IEntityId<AuthorId>
{
    /// <summary>Wraps a <see cref="Guid"/> that is known to identify an author.</summary>
    public static AuthorId From(Guid value) => new(value);

    /// <summary>Parses the 32 hexadecimal digits that <see cref="ToString"/> writes (hyphens are accepted).</summary>
    /// <exception cref="FormatException"><paramref name="s"/> is not an identifier.</exception>
    public static AuthorId Parse(string s) => IdText.Parse<AuthorId>(s);

    /// <inheritdoc cref="Parse(string)"/>
    public static AuthorId Parse(string s, IFormatProvider? provider) => IdText.Parse<AuthorId>(s);

    /// <summary>Parses the text that <see cref="ToString"/> writes; returns false, and <c>default</c>, for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AuthorId result) =>
        IdText.TryParse(s, out result);

    /// <summary>Compares two author identifiers; the earlier one is smaller.</summary>
    public int CompareTo(AuthorId other) => Value.CompareTo(other.Value);

    /// <summary>Returns the identifier as 32 lower-case hexadecimal digits, the form used in URLs and JSON.</summary>
    public override string ToString() => Value.ToString("N");

    /// <summary>Returns whether the left identifier is the earlier one.</summary>
    public static bool operator <(AuthorId left, AuthorId right) => left.CompareTo(right) < 0;

    /// <summary>Returns whether the left identifier is the later one.</summary>
    public static bool operator >(AuthorId left, AuthorId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier is not the later one.</summary>
    public static bool operator <=(AuthorId left, AuthorId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier is not the earlier one.</summary>
    public static bool operator >=(AuthorId left, AuthorId right) => left.CompareTo(right) >= 0;
}
