using System.Buffers;
using System.Security.Cryptography;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Names of pictures: what they contain, and of which kind. Nothing an author typed is in them.</summary>
internal static class MediaName
{
    private const int HashLength = 64;
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    public static string For(ReadOnlySpan<byte> content, ImageKind kind) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(content))}.{ExtensionOf(kind)}";

    public static bool IsOne(string? name) => KindOf(name) is not null;

    /// <summary>The kind a name says; null for anything that is no name.</summary>
    public static ImageKind? KindOf(string? name)
    {
        if (name is not { Length: > HashLength + 1 and <= HashLength + 5 }
            || name[HashLength] != '.'
            || name.AsSpan(0, HashLength).ContainsAnyExcept(Hex))
        {
            return null;
        }

        return name[(HashLength + 1)..] switch
        {
            "png" => ImageKind.Png,
            "jpg" => ImageKind.Jpeg,
            "gif" => ImageKind.Gif,
            "webp" => ImageKind.WebP,
            "avif" => ImageKind.Avif,
            _ => null,
        };
    }

    public static string ContentTypeOf(ImageKind kind) => kind switch
    {
        ImageKind.Png => "image/png",
        ImageKind.Jpeg => "image/jpeg",
        ImageKind.Gif => "image/gif",
        ImageKind.WebP => "image/webp",
        _ => "image/avif",
    };

    private static string ExtensionOf(ImageKind kind) => kind switch
    {
        ImageKind.Png => "png",
        ImageKind.Jpeg => "jpg",
        ImageKind.Gif => "gif",
        ImageKind.WebP => "webp",
        _ => "avif",
    };
}
