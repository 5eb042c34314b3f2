using System.Buffers.Binary;

namespace BlogKit.AspNetCore.Tests;

/// <summary>The smallest beginnings of pictures: enough to be recognised.</summary>
internal static class Pictures
{
    public static byte[] Png(int width = 3, int height = 2)
    {
        byte[] png =
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0, 1,
            2, 3, 4,
        ];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    public static byte[] Gif() => [.. "GIF89a"u8, 5, 0, 4, 0, 0, 0, 0, 0x3B];

    public static byte[] WebP() => [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 8, 0, 0, 0, 0];

    public static byte[] Avif() => [0, 0, 0, 24, .. "ftypmif1"u8, 0, 0, 0, 0, .. "avifmiaf"u8, 1, 2, 3];

    /// <summary>A JPEG with the segments given before its frame.</summary>
    public static byte[] Jpeg(params byte[][] segments) =>
        [
            0xFF,
            0xD8,
            .. Segment(0xE0, "JFIF\0\x01\x01\0\0\x01\0\x01\0\0"u8.ToArray()),
            .. segments.SelectMany(s => s),
            .. Segment(0xC0, [8, 0, 9, 0, 11, 1, 1, 0x11, 0]),
            .. Segment(0xDA, [1, 1, 0, 0, 0x3F, 0]),
            1,
            2,
            3,
            0xFF,
            0xD9,
        ];

    public static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    /// <summary>An Exif segment with an orientation and, behind it, a text that stands for the place.</summary>
    public static byte[] Exif(byte orientation, string secret = "GPS 52.5 13.4") => Segment(
        0xE1, [
            .. "Exif\0\0II"u8,
            42,
            0,
            8,
            0,
            0,
            0,
            1,
            0,
            0x12,
            0x01,
            3,
            0,
            1,
            0,
            0,
            0,
            orientation,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            .. System.Text.Encoding.ASCII.GetBytes(secret),
        ]);
}
