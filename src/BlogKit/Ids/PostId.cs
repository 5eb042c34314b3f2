using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>
/// Identifies a <see cref="Post"/> (or page); also the identity of its thread, which therefore survives renaming. A UUIDv7: its order is
/// the order of creation. <c>default</c> identifies nothing.
/// </summary>
/// <param name="Value">The identifier as a <see cref="Guid"/>.</param>
[JsonConverter(typeof(IdJsonConverter<PostId>))]
public readonly record struct PostId(Guid Value) : IEntityId<PostId>
{
    /// <summary>Wraps a <see cref="Guid"/> that is known to identify a post.</summary>
    public static PostId From(Guid value) => new(value);

    /// <summary>Parses the 32 hexadecimal digits that <see cref="ToString"/> writes (hyphens are accepted).</summary>
    /// <exception cref="FormatException"><paramref name="s"/> is not an identifier.</exception>
    public static PostId Parse(string s) => IdText.Parse<PostId>(s);

    /// <inheritdoc cref="Parse(string)"/>
    public static PostId Parse(string s, IFormatProvider? provider) => IdText.Parse<PostId>(s);

    /// <summary>Parses the text that <see cref="ToString"/> writes; returns false, and <c>default</c>, for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PostId result) =>
        IdText.TryParse(s, out result);

    /// <summary>Compares two post identifiers; the earlier one is smaller.</summary>
    public int CompareTo(PostId other) => Value.CompareTo(other.Value);

    /// <summary>Returns the identifier as 32 lower-case hexadecimal digits, the form used in URLs and JSON.</summary>
    public override string ToString() => Value.ToString("N");

    /// <summary>Returns whether the left identifier is the earlier one.</summary>
    public static bool operator <(PostId left, PostId right) => left.CompareTo(right) < 0;

    /// <summary>Returns whether the left identifier is the later one.</summary>
    public static bool operator >(PostId left, PostId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier is not the later one.</summary>
    public static bool operator <=(PostId left, PostId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier is not the earlier one.</summary>
    public static bool operator >=(PostId left, PostId right) => left.CompareTo(right) >= 0;
}
