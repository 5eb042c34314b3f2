using System.Buffers.Binary;

namespace BlogKit.Internal;

/// <summary>
/// Leaves of a PNG the chunks that say how it looks: texts, Exif, times, chunks nobody knows and whatever stands behind the end are left
/// out. The orientation stays, in an Exif of its own.
/// </summary>
internal static class PngPrivacy
{
    private const int SignatureLength = 8;
    private const uint Polynomial = 0xEDB88320;

    // PNG (third edition) 4.7 and 11: critical chunks, colour, transparency, density and animation.
    private static readonly HashSet<string> Kept = new(
        [
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs",
            "sPLT", "acTL", "fcTL", "fdAT",
        ],
        StringComparer.Ordinal);

    /// <summary>The content without it; the same content when there was nothing.</summary>
    public static byte[] Clean(byte[] content)
    {
        ReadOnlySpan<byte> source = content;
        using var result = new MemoryStream(content.Length);
        result.Write(source[..SignatureLength]);
        for (var at = SignatureLength; at + 12 <= source.Length;)
        {
            var name = System.Text.Encoding.Latin1.GetString(source.Slice(at + 4, 4));
            var length = 12L + BinaryPrimitives.ReadUInt32BigEndian(source[at..]);
            if (at + length > source.Length)
            {
                // A picture that was cut off is shown as far as it goes.
                result.Write(name is "IDAT" ? source[at..] : []);
                break;
            }

            var chunk = source.Slice(at, (int)length);
            if (Kept.Contains(name))
            {
                result.Write(chunk);
            }
            else if (name is "eXIf" && ExifOrientation.Read(chunk[8..^4]) is { } orientation and not 1)
            {
                Write(result, "eXIf"u8, ExifOrientation.Write(orientation));
            }

            if (name is "IEND")
            {
                break;
            }

            at += (int)length;
        }

        return source.SequenceEqual(result.GetBuffer().AsSpan(0, (int)result.Length)) ? content : result.ToArray();
    }

    private static void Write(MemoryStream result, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        result.Write(number);
        result.Write(name);
        result.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc([.. name, .. data]));
        result.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * Polynomial);
            }
        }

        return ~crc;
    }
}
