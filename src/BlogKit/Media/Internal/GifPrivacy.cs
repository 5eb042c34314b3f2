using System.Buffers.Binary;

namespace BlogKit.Internal;

/// <summary>
/// Leaves of a GIF its frames, their timing and how often they are repeated: comments, texts, what programs add (XMP) and whatever stands
/// behind the end are left out.
/// </summary>
internal static class GifPrivacy
{
    private const byte Extension = 0x21;
    private const byte Image = 0x2C;
    private const byte Trailer = 0x3B;
    private const int ScreenLength = 13;

    /// <summary>The content without it; the same content when there was nothing.</summary>
    /// <param name="content">The content.</param>
    /// <param name="largest">The sides of the largest frame, which may be larger than the screen.</param>
    public static byte[] Clean(byte[] content, out (int Width, int Height) largest)
    {
        ReadOnlySpan<byte> source = content;
        largest = default;
        using var result = new MemoryStream(content.Length);
        var at = Math.Min(source.Length, ScreenLength + TableLength(source[10]));
        result.Write(source[..at]);
        while (at < source.Length && source[at] is Extension or Image)
        {
            var start = at;
            var isKept = true;
            if (source[at] is Image)
            {
                if (at + 10 > source.Length)
                {
                    break;
                }

                largest = (
                    Math.Max(largest.Width, BinaryPrimitives.ReadUInt16LittleEndian(source[(at + 5)..])),
                    Math.Max(largest.Height, BinaryPrimitives.ReadUInt16LittleEndian(source[(at + 7)..])));
                at += 10 + TableLength(source[at + 9]) + 1;
            }
            else
            {
                isKept = at + 2 <= source.Length && Says(source[at..]);
                at += 2;
            }

            at = SkipBlocks(source, at);
            if (isKept)
            {
                result.Write(source[start..at]);
            }
        }

        if (at < source.Length && source[at] is Trailer)
        {
            result.WriteByte(Trailer);
        }

        return source.SequenceEqual(result.GetBuffer().AsSpan(0, (int)result.Length)) ? content : result.ToArray();
    }

    // GIF89a 23 (how a frame is shown); the one thing programs add that browsers heed is how often the frames are repeated, three bytes in
    // a block of their own.
    private static bool Says(ReadOnlySpan<byte> extension) =>
        extension[1] is 0xF9
        || (extension[1] is 0xFF && extension.Length >= 19 && extension[2] is 11 && extension[14] is 3 && extension[18] is 0
            && (extension[3..].StartsWith("NETSCAPE2.0"u8) || extension[3..].StartsWith("ANIMEXTS1.0"u8)));

    private static int TableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static int SkipBlocks(ReadOnlySpan<byte> source, int at)
    {
        while (at < source.Length && source[at] != 0)
        {
            at += 1 + source[at];
        }

        return Math.Min(source.Length, at + 1);
    }
}
