using System.Buffers.Binary;

namespace BlogKit.Internal;

/// <summary>
/// Leaves of a JPEG what the picture needs: its tables, frame and scans, JFIF without its small picture, Adobe's colour transform and the
/// colour profile. Exif (place, time, serial numbers), XMP, comments, further pictures and whatever stands behind the end are left out,
/// wherever they stand. The orientation stays, in an Exif of its own.
/// </summary>
internal static class JpegPrivacy
{
    private const int JfifLength = 18;
    private static ReadOnlySpan<byte> ExifName => "Exif\0\0"u8;

    /// <summary>The content without it; the same content when there was nothing.</summary>
    public static byte[] Clean(byte[] content)
    {
        ReadOnlySpan<byte> source = content;
        using var result = new MemoryStream(content.Length);
        result.Write(source[..2]);
        var orientation = FindOrientation(source);
        var isFirst = true;
        for (var at = 2; at + 2 <= source.Length && source[at] == 0xFF;)
        {
            var marker = source[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = LengthAt(source, at);
            if (length == 0)
            {
                break;
            }

            var segment = source.Slice(at, length);
            if (isFirst && orientation != 1 && marker is not 0xE0)
            {
                WriteOrientation(result, orientation);
                orientation = 1;
            }

            isFirst = false;
            Keep(result, segment);
            at += length;
            if (marker == 0xD9)
            {
                break;
            }

            if (marker == 0xDA)
            {
                var end = EndOfScan(source, at);
                result.Write(source[at..end]);
                at = end;
            }

            // JFIF wants its own segment to be the first.
            if (orientation != 1)
            {
                WriteOrientation(result, orientation);
                orientation = 1;
            }
        }

        return result.Length == content.Length && source.SequenceEqual(result.GetBuffer().AsSpan(0, content.Length))
            ? content
            : result.ToArray();
    }

    private static void Keep(MemoryStream result, ReadOnlySpan<byte> segment)
    {
        var data = segment.Length > 4 ? segment[4..] : [];
        switch (segment[1])
        {
            case 0xE0 when data.StartsWith("JFIF\0"u8) && segment.Length > JfifLength:
                // The small picture that may stand in it shows what was cut away.
                result.Write([0xFF, 0xE0, 0, JfifLength - 2, .. segment[4..16], 0, 0]);
                break;
            case 0xE0 when data.StartsWith("JFIF\0"u8):
            case 0xE2 when data.StartsWith("ICC_PROFILE\0"u8):
            case 0xEE when data.StartsWith("Adobe"u8) && segment.Length == 16:
            case 0xC4 or 0xCC or 0xD9 or 0xDA or 0xDB or 0xDC or 0xDD:
            case >= 0xC0 and <= 0xCF and not 0xC8:
                result.Write(segment);
                break;
        }
    }

    /// <summary>The length of a segment with its marker; 0 when it does not end within the content.</summary>
    private static int LengthAt(ReadOnlySpan<byte> source, int at)
    {
        if (source[at + 1] is 0xD9 or 0x01 or (>= 0xD0 and <= 0xD8))
        {
            return 2;
        }

        var length = at + 4 <= source.Length ? 2 + BinaryPrimitives.ReadUInt16BigEndian(source[(at + 2)..]) : 0;
        return length >= 4 && at + length <= source.Length ? length : 0;
    }

    // T.81 B.1.1.5: a scan ends at the first marker that is neither a stuffed zero nor a restart.
    private static int EndOfScan(ReadOnlySpan<byte> source, int at)
    {
        while (at + 1 < source.Length)
        {
            var next = source[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= source.Length)
            {
                return source.Length;
            }

            at += next;
            if (source[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += source[at + 1] == 0xFF ? 1 : 2;
        }

        return source.Length;
    }

    private static int FindOrientation(ReadOnlySpan<byte> source)
    {
        for (var at = 2; at + 4 <= source.Length && source[at] == 0xFF && source[at + 1] is not (0xDA or 0xD9);)
        {
            if (source[at + 1] == 0xFF)
            {
                at++;
                continue;
            }

            var length = LengthAt(source, at);
            if (length == 0)
            {
                break;
            }

            if (source[at + 1] is 0xE1 && source[(at + 4)..(at + length)].StartsWith(ExifName)
                && ExifOrientation.Read(source[(at + 10)..(at + length)]) is { } found)
            {
                return found;
            }

            at += length;
        }

        return 1;
    }

    private static void WriteOrientation(MemoryStream result, int orientation) =>
        result.Write([0xFF, 0xE1, 0, 34, .. ExifName, .. ExifOrientation.Write(orientation)]);
}
