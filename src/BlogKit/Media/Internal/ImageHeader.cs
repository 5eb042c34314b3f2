using System.Buffers.Binary;

namespace BlogKit.Internal;

/// <summary>
/// What the first bytes of a picture say: its kind, by signature and a header that makes sense, and its size where it stands at a fixed
/// place. Names and content types are not asked.
/// </summary>
/// <param name="Kind">The kind.</param>
/// <param name="Width">In pixels; null when it is not easily told (AVIF).</param>
/// <param name="Height">In pixels; null when it is not easily told.</param>
internal sealed record ImageHeader(ImageKind Kind, int? Width, int? Height)
{
    private static ReadOnlySpan<byte> PngStart => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> WebPStart => [0x9D, 0x01, 0x2A];

    /// <summary>The header; null when it is not one of a kind that is taken.</summary>
    public static ImageHeader? Read(ReadOnlySpan<byte> content)
    {
        var header = ReadPng(content) ?? ReadGif(content) ?? ReadJpeg(content) ?? ReadWebP(content) ?? ReadAvif(content);
        return header is { Width: < 1 } or { Height: < 1 } ? null : header;
    }

    // PNG 5.2 and 11.2.1: signature, then IHDR with width and height.
    private static ImageHeader? ReadPng(ReadOnlySpan<byte> content) =>
        content.Length >= 33 && content.StartsWith(PngStart)
        && content[8..].StartsWith("\0\0\0\rIHDR"u8)
            ? new ImageHeader(
                ImageKind.Png, BinaryPrimitives.ReadInt32BigEndian(content[16..]), BinaryPrimitives.ReadInt32BigEndian(content[20..]))
            : null;

    // GIF89a 17 and 18: signature, then the logical screen.
    private static ImageHeader? ReadGif(ReadOnlySpan<byte> content) =>
        content.Length >= 13 && (content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8))
            ? new ImageHeader(
                ImageKind.Gif, BinaryPrimitives.ReadUInt16LittleEndian(content[6..]), BinaryPrimitives.ReadUInt16LittleEndian(content[8..]))
            : null;

    // ITU-T T.81 B.1 and B.2: markers with lengths up to the start of the frame, which has the size.
    private static ImageHeader? ReadJpeg(ReadOnlySpan<byte> content)
    {
        if (content.Length < 4 || content[0] != 0xFF || content[1] != 0xD8)
        {
            return null;
        }

        for (var at = 2; at + 4 <= content.Length;)
        {
            if (content[at] != 0xFF)
            {
                return null;
            }

            var marker = content[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return at + 9 <= content.Length
                    ? new ImageHeader(
                        ImageKind.Jpeg,
                        BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]),
                        BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..]))
                    : null;
            }

            if (length < 2 || marker is 0xD8 or 0xD9 or 0xDA or (>= 0xD0 and <= 0xD7) or 0x00 or 0x01)
            {
                return null;
            }

            at += 2 + length;
        }

        return null;
    }

    // RFC 9649 2.4 to 2.7: RIFF container; the first chunk has the size in one of three ways.
    private static ImageHeader? ReadWebP(ReadOnlySpan<byte> content)
    {
        if (content.Length < 30 || !content.StartsWith("RIFF"u8) || !content[8..].StartsWith("WEBP"u8))
        {
            return null;
        }

        var chunk = content[12..16];
        if (chunk.SequenceEqual("VP8X"u8))
        {
            return new ImageHeader(ImageKind.WebP, 1 + ReadUInt24(content[24..]), 1 + ReadUInt24(content[27..]));
        }

        if (chunk.SequenceEqual("VP8 "u8) && content[23..].StartsWith(WebPStart))
        {
            return new ImageHeader(
                ImageKind.WebP,
                BinaryPrimitives.ReadUInt16LittleEndian(content[26..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(content[28..]) & 0x3FFF);
        }

        if (chunk.SequenceEqual("VP8L"u8) && content[20] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(content[21..]);
            return new ImageHeader(ImageKind.WebP, 1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }

        return null;
    }

    // AVIF 1.2, 6: an ISO file whose first box names the brand.
    private static ImageHeader? ReadAvif(ReadOnlySpan<byte> content)
    {
        if (content.Length < 16 || !content[4..].StartsWith("ftyp"u8))
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(content);
        if (length < 16 || length > content.Length || length > 256 || length % 4 != 0)
        {
            return null;
        }

        for (var at = 8; at < length; at += at == 8 ? 8 : 4)
        {
            if (content[at..].StartsWith("avif"u8) || content[at..].StartsWith("avis"u8))
            {
                return new ImageHeader(ImageKind.Avif, null, null);
            }
        }

        return null;
    }

    private static int ReadUInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
