using System.Buffers;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>
/// The kind of a stored file, which its first bytes decided and its name says: a picture, which is shown; one of some that players and
/// readers know; or any other. All but pictures are given out as downloads. Immutable.
/// </summary>
public sealed record MediaKind
{
    private const int HashLength = 64;
    private const int LongestExtension = 4;
    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdef");

    // What a browser runs, HTML, SVG and scripts, is none of these: it is any other.
    private static readonly MediaKind[] s_all =
    [
        new("png", "image/png", isPicture: true),
        new("jpg", "image/jpeg", isPicture: true),
        new("gif", "image/gif", isPicture: true),
        new("webp", "image/webp", isPicture: true),
        new("avif", "image/avif", isPicture: true),
        new("pdf", "application/pdf"),
        new("mp3", "audio/mpeg"),
        new("m4a", "audio/mp4"),
        new("ogg", "audio/ogg"),
        new("flac", "audio/flac"),
        new("wav", "audio/wav"),
        new("mp4", "video/mp4"),
        new("webm", "video/webm"),
        new("zip", "application/zip"),
        new("bin", "application/octet-stream"),
    ];

    private MediaKind(string extension, string contentType, bool isPicture = false) =>
        (Extension, ContentType, IsPicture) = (extension, contentType, isPicture);

    /// <summary>The extension of names, without the dot; <c>bin</c> for any other file.</summary>
    public string Extension { get; }

    /// <summary>The media type that it is given out with; <c>application/octet-stream</c> for any other file.</summary>
    public string ContentType { get; }

    /// <summary>Whether it is a picture, checked and cleaned; everything else is a download.</summary>
    public bool IsPicture { get; }

    /// <summary>Returns the kind that a name says; null for a text that is no name of a stored file.</summary>
    /// <param name="name">Any text; null is no name.</param>
    public static MediaKind? FindByName(string? name) =>
        name is { Length: > HashLength + 1 and <= HashLength + 1 + LongestExtension }
        && name[HashLength] == '.'
        && !name.AsSpan(0, HashLength).ContainsAnyExcept(s_hex)
            ? Array.Find(s_all, kind => name.AsSpan(HashLength + 1).SequenceEqual(kind.Extension))
            : null;

    /// <summary>Returns the name of a file of this kind: the hash in hexadecimal digits, a dot and the extension.</summary>
    /// <param name="hash">The SHA-256 hash of the content: 32 bytes.</param>
    /// <exception cref="ArgumentException">It has another length.</exception>
    public string FormatName(ReadOnlySpan<byte> hash) => hash.Length == HashLength / 2
        ? $"{Convert.ToHexStringLower(hash)}.{Extension}"
        : throw new ArgumentException("A SHA-256 hash has 32 bytes.", nameof(hash));

    /// <inheritdoc/>
    public override string ToString() => ContentType;

    /// <summary>The kind of a picture.</summary>
    internal static MediaKind Of(ImageKind kind) => Of(kind switch
    {
        ImageKind.Png => "png",
        ImageKind.Jpeg => "jpg",
        ImageKind.Gif => "gif",
        ImageKind.WebP => "webp",
        _ => "avif",
    });

    /// <summary>The kind with an extension.</summary>
    internal static MediaKind Of(string extension) =>
        Array.Find(s_all, kind => string.Equals(kind.Extension, extension, StringComparison.Ordinal)) ?? s_all[^1];
}
