namespace BlogKit.Internal;

/// <summary>What the first bytes of a file say it is. Names and types that somebody gave are not asked.</summary>
internal static class FileStart
{
    /// <summary>The number of bytes that are looked at.</summary>
    public const int Length = 4096;

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8];

    private static ReadOnlySpan<byte> Matroska => [0x1A, 0x45, 0xDF, 0xA3];

    private static ReadOnlySpan<byte> Zip => [(byte)'P', (byte)'K', 3, 4];

    /// <summary>Whether it begins as a picture does: it is one then, or is refused.</summary>
    public static bool IsPicture(ReadOnlySpan<byte> start) =>
        start.StartsWith(Png) || start.StartsWith(Jpeg) || start.StartsWith("GIF8"u8)
        || (start.StartsWith("RIFF"u8) && IsAt(start, 8, "WEBP"u8))
        || ImageHeader.Read(start) is not null;

    /// <summary>The kind of what is no picture.</summary>
    public static MediaKind KindOf(ReadOnlySpan<byte> start) => MediaKind.Of(
        start.StartsWith("%PDF-"u8) ? "pdf"
        : start.StartsWith("ID3"u8) || IsMpegAudio(start) ? "mp3"
        : IsAt(start, 4, "ftyp"u8) ? OfBrand(start)
        : start.StartsWith("OggS"u8) ? "ogg"
        : start.StartsWith("fLaC"u8) ? "flac"
        : start.StartsWith("RIFF"u8) && IsAt(start, 8, "WAVE"u8) ? "wav"
        : start.StartsWith(Matroska) && start[..Math.Min(start.Length, 64)].IndexOf("webm"u8) > 0 ? "webm"
        : start.StartsWith(Zip) ? "zip"
        : "bin");

    // ISO/IEC 11172-3, 2.4.2.3: eleven bits that begin a frame, a version that is not reserved, layer III, a rate that is not reserved.
    private static bool IsMpegAudio(ReadOnlySpan<byte> start) =>
        start.Length >= 4 && start[0] == 0xFF && (start[1] & 0xE0) == 0xE0 && (start[1] & 0x18) != 0x08 && (start[1] & 0x06) == 0x02
        && (start[2] & 0xF0) != 0xF0 && (start[2] & 0x0C) != 0x0C;

    // ISO/IEC 14496-12, 4.3: the brand that a film or a piece of sound names first. HEIC and others are any other file.
    private static string OfBrand(ReadOnlySpan<byte> start) =>
        IsAt(start, 8, "M4A "u8) || IsAt(start, 8, "M4B "u8) ? "m4a"
        : IsAt(start, 8, "isom"u8) || IsAt(start, 8, "iso2"u8) || IsAt(start, 8, "iso4"u8) || IsAt(start, 8, "iso5"u8)
            || IsAt(start, 8, "iso6"u8) || IsAt(start, 8, "mp41"u8) || IsAt(start, 8, "mp42"u8) || IsAt(start, 8, "avc1"u8)
            || IsAt(start, 8, "M4V "u8) || IsAt(start, 8, "dash"u8) ? "mp4"
        : "bin";

    private static bool IsAt(ReadOnlySpan<byte> content, int at, ReadOnlySpan<byte> text) =>
        content.Length >= at && content[at..].StartsWith(text);
}
