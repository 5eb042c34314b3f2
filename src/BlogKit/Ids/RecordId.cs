using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using BlogKit.Internal;
using BlogKit.Moderation;

namespace BlogKit;

/// <summary>
/// Identifies a <see cref="ModerationRecord"/>, so that a change that is sent again is recognised. A UUIDv7. The order of records is that
/// of their positions, not of their identities. <c>default</c> identifies nothing.
/// </summary>
/// <param name="Value">The identifier as a <see cref="Guid"/>.</param>
[JsonConverter(typeof(IdJsonConverter<RecordId>))]
public readonly record struct RecordId(Guid Value) : IEntityId<RecordId>
{
    /// <summary>Makes a new one. Nobody asks in which order they were made, so no generator is needed.</summary>
    public static RecordId Create() => new(Guid.CreateVersion7());

    /// <summary>Wraps a <see cref="Guid"/> that is known to identify a record.</summary>
    public static RecordId From(Guid value) => new(value);

    /// <summary>Parses the 32 hexadecimal digits that <see cref="ToString"/> writes (hyphens are accepted).</summary>
    /// <exception cref="FormatException"><paramref name="s"/> is not an identifier.</exception>
    public static RecordId Parse(string s) => IdText.Parse<RecordId>(s);

    /// <inheritdoc cref="Parse(string)"/>
    public static RecordId Parse(string s, IFormatProvider? provider) => IdText.Parse<RecordId>(s);

    /// <summary>Parses the text that <see cref="ToString"/> writes; returns false, and <c>default</c>, for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RecordId result) =>
        IdText.TryParse(s, out result);

    /// <summary>Compares two record identifiers; the earlier one is smaller.</summary>
    public int CompareTo(RecordId other) => Value.CompareTo(other.Value);

    /// <summary>Returns the identifier as 32 lower-case hexadecimal digits, the form used in URLs and JSON.</summary>
    public override string ToString() => Value.ToString("N");

    /// <summary>Returns whether the left identifier is the earlier one.</summary>
    public static bool operator <(RecordId left, RecordId right) => left.CompareTo(right) < 0;

    /// <summary>Returns whether the left identifier is the later one.</summary>
    public static bool operator >(RecordId left, RecordId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier is not the later one.</summary>
    public static bool operator <=(RecordId left, RecordId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier is not the earlier one.</summary>
    public static bool operator >=(RecordId left, RecordId right) => left.CompareTo(right) >= 0;
}
