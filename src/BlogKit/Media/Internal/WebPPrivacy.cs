using System.Buffers.Binary;

namespace BlogKit.Internal;

/// <summary>
/// Leaves of a WebP the chunks that say how it looks, in its animation's frames too: Exif, XMP, chunks nobody knows and whatever stands
/// behind the end are left out.
/// </summary>
internal static class WebPPrivacy
{
    private const int HeaderLength = 12;
    private const int FrameHeaderLength = 16;
    private const byte ExifAndXmp = 0x08 | 0x04;

    /// <summary>The content without it; the same content when there was nothing.</summary>
    public static byte[] Clean(byte[] content)
    {
        ReadOnlySpan<byte> source = content;
        var end = (int)Math.Min(source.Length, 8L + BinaryPrimitives.ReadUInt32LittleEndian(source[4..]));
        using var result = new MemoryStream(content.Length);
        result.Write(source[..HeaderLength]);
        if (end > HeaderLength)
        {
            Copy(source[HeaderLength..end], result, isFrame: false);
        }

        var clean = result.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(clean.AsSpan(4), (uint)(clean.Length - 8));
        return source.SequenceEqual(clean) ? content : clean;
    }

    // RFC 9649 2.7: what a picture or a frame is made of.
    private static void Copy(ReadOnlySpan<byte> chunks, MemoryStream result, bool isFrame)
    {
        for (var at = 0; at + 8 <= chunks.Length;)
        {
            var name = chunks.Slice(at, 4);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(chunks[(at + 4)..]);
            var length = (int)Math.Min(chunks.Length - at, 8L + size + (size & 1));
            var chunk = chunks.Slice(at, length);
            at += length;
            if (name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8) || name.SequenceEqual("ALPH"u8)
                || (!isFrame && (name.SequenceEqual("ANIM"u8) || name.SequenceEqual("ICCP"u8))))
            {
                result.Write(chunk);
            }
            else if (!isFrame && name.SequenceEqual("VP8X"u8) && chunk.Length >= 18)
            {
                byte[] header = [.. chunk[..18]];
                header[8] &= unchecked((byte)~ExifAndXmp);
                BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), 10);
                result.Write(header);
            }
            else if (!isFrame && name.SequenceEqual("ANMF"u8) && chunk.Length >= 8 + FrameHeaderLength)
            {
                using var frame = new MemoryStream(chunk.Length);
                frame.Write(chunk[..(8 + FrameHeaderLength)]);
                Copy(chunk[(8 + FrameHeaderLength)..], frame, isFrame: true);
                var clean = frame.ToArray();
                BinaryPrimitives.WriteUInt32LittleEndian(clean.AsSpan(4), (uint)(clean.Length - 8));
                result.Write(clean);
            }
        }
    }
}
