using System.Buffers.Binary;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Takes out of a JPEG what a camera wrote into it beside the picture: Exif (place, time, serial numbers), XMP and comments. The orientation stays, in an Exif of its own,
/// because without it pictures lie on their side. The picture itself is not touched.
/// </summary>
internal static class JpegPrivacy
{
    private const byte App1 = 0xE1;
    private const byte App13 = 0xED;
    private const byte Comment = 0xFE;
    private const ushort OrientationTag = 0x0112;
    private static ReadOnlySpan<byte> ExifName => "Exif\0\0"u8;

    /// <summary>The content without it; the same content when it is not built as expected, or there was nothing.</summary>
    public static byte[] Clean(byte[] content)
    {
        var source = content.AsSpan();
        var kept = new List<(int Start, int Length)> { (0, 2) };
        var orientation = 1;
        var removed = false;
        var at = 2;
        while (at + 4 <= source.Length && source[at] == 0xFF && source[at + 1] is not (0xDA or 0xD9 or 0xFF))
        {
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(source[(at + 2)..]);
            if (length < 4 || at + length > source.Length)
            {
                return content;
            }

            if (source[at + 1] is App1 or App13 or Comment)
            {
                removed = true;
                if (source[at + 1] is App1 && source[(at + 4)..(at + length)].StartsWith(ExifName))
                {
                    orientation = ReadOrientation(source[(at + 10)..(at + length)]) ?? orientation;
                }
            }
            else
            {
                kept.Add((at, length));
            }

            at += length;
        }

        if (!removed || at + 2 > source.Length || source[at] != 0xFF || source[at + 1] != 0xDA)
        {
            return content;
        }

        kept.Add((at, source.Length - at));
        using var result = new MemoryStream(content.Length);
        for (var i = 0; i < kept.Count; i++)
        {
            // JFIF wants its own segment to be the first.
            if (i == 1 && orientation != 1 && source[kept[1].Start + 1] is not 0xE0)
            {
                WriteOrientation(result, orientation);
            }

            result.Write(source.Slice(kept[i].Start, kept[i].Length));
            if (i == 1 && orientation != 1 && source[kept[1].Start + 1] is 0xE0)
            {
                WriteOrientation(result, orientation);
            }
        }

        return result.ToArray();
    }

    // TIFF 6.0, 2: byte order, 42, the place of the first directory; twelve bytes per entry.
    private static int? ReadOrientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II"u8) || tiff.StartsWith("MM"u8)))
        {
            return null;
        }

        var isLittle = tiff[0] == (byte)'I';
        var directory = UInt32(tiff[4..], isLittle);
        if (directory > tiff.Length - 2)
        {
            return null;
        }

        var entries = tiff[(int)directory..];
        var count = UInt16(entries, isLittle);
        entries = entries[2..];
        for (var i = 0; i < count && entries.Length >= 12; i++, entries = entries[12..])
        {
            if (UInt16(entries, isLittle) == OrientationTag && UInt16(entries[2..], isLittle) == 3)
            {
                return UInt16(entries[8..], isLittle) is >= 1 and <= 8 and var orientation ? orientation : null;
            }
        }

        return null;
    }

    private static void WriteOrientation(MemoryStream result, int orientation) => result.Write(
    [
        0xFF, App1, 0, 34, .. ExifName, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ]);

    private static ushort UInt16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
