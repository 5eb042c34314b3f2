using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace BlogKit;

/// <summary>The one text form of identifiers.</summary>
internal static class IdText
{
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789abcdefABCDEF-");

    public static TId Parse<TId>(string s)
        where TId : struct, IEntityId<TId>
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse<TId>(s, out var id)
            ? id
            : throw new FormatException($"'{s}' is not a {typeof(TId).Name}: 32 hexadecimal digits were expected.");
    }

    public static bool TryParse<TId>([NotNullWhen(true)] string? s, out TId id)
        where TId : struct, IEntityId<TId>
    {
        // Guid accepts white space around and signs within.
        if (s is { Length: 32 or 36 }
            && !s.AsSpan().ContainsAnyExcept(s_digits)
            && (Guid.TryParseExact(s, "N", out var value) || Guid.TryParseExact(s, "D", out value)))
        {
            id = TId.From(value);
            return true;
        }

        id = default;
        return false;
    }
}
