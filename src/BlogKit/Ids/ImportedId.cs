using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BlogKit;

/// <summary>
/// Makes the identifier of something that is brought in from elsewhere, out of what it was there and nothing else: whoever brings it in a
/// second time gets the same identifier and finds it, and comments keep their order. Pure; safe for concurrent use.
/// </summary>
/// <remarks>
/// A UUID of version 7 (RFC 9562, section 5.7): 48 bits of the original time in milliseconds since 1970, then 30 bits of the order, then 44
/// bits of a SHA-256 hash of source, kind and original identifier. What these are made of never changes.
/// </remarks>
public static class ImportedId
{
    private const int OrderBits = 30;

    /// <summary>Returns the identifier.</summary>
    /// <param name="source">
    /// Where it came from, spelled the same each time: the address of the old blog, or another name of it. Not empty.
    /// </param>
    /// <param name="kind">
    /// What it was there, such as <c>comment</c>: one source may use an identifier once for each kind. Not empty.
    /// </param>
    /// <param name="originalId">Its identifier there. Not empty.</param>
    /// <param name="at">When it was made there. Before 1970 it counts as 1970.</param>
    /// <param name="order">
    /// Its place among what was made there in the same millisecond, the same each time: usually its number there, where numbers grow. Not
    /// negative; of large ones the lowest 30 bits count.
    /// </param>
    /// <exception cref="ArgumentException">A text is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The order is negative.</exception>
    public static Guid Of(string source, string kind, string originalId, DateTimeOffset at, long order)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentException.ThrowIfNullOrEmpty(originalId);
        ArgumentOutOfRangeException.ThrowIfNegative(order);

        // Each part stands behind its length, so that no two lists of parts give the same text.
        var text = $"{source.Length}:{source}{kind.Length}:{kind}{originalId.Length}:{originalId}";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);

        // 74 bits behind the time: the version stands behind the first 12 of them, the variant behind the next.
        var place = (ulong)order & ((1UL << OrderBits) - 1);
        var rest = BinaryPrimitives.ReadUInt64BigEndian(hash) >> 20;
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(
            bytes, ((ulong)Math.Max(0, at.ToUnixTimeMilliseconds()) << 16) | 0x7000 | (place >> (OrderBits - 12)));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], 0x8000_0000_0000_0000 | ((place & 0x3FFFF) << 44) | rest);
        return new Guid(bytes, bigEndian: true);
    }
}
