using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A finished page, with its validator and, once somebody asked for it, its compressed form. Immutable but for that form, which is made at
/// most once. Safe for concurrent use.
/// </summary>
internal sealed class CachedPage(byte[] body, ImmutableArray<KeyValuePair<string, StringValues>> headers)
{
    private const int BrotliQuality = 5;
    private const int BrotliWindow = 20;

    // A second form is counted before it is made, at what text usually takes.
    private const int PlainAndCompressed = 5;
    private const int Quarters = 4;
    private readonly Lazy<ReadOnlyMemory<byte>> _compressed = new(() => Compress(body));

    public ReadOnlyMemory<byte> Body => body;

    public ReadOnlyMemory<byte> Compressed => _compressed.Value;

    /// <summary>The headers that say something about the content, such as its type and its policy.</summary>
    public ImmutableArray<KeyValuePair<string, StringValues>> Headers => headers;

    /// <summary>A strong validator of the plain form; the compressed one has its own (RFC 9110, 8.8.3.3).</summary>
    public string PlainTag { get; } = Tag(body, "");

    public string CompressedTag { get; } = Tag(body, "-br");

    public long Size => (long)body.Length * PlainAndCompressed / Quarters;

    private static string Tag(byte[] body, string suffix) => $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}{suffix}\"";

    private static ReadOnlyMemory<byte> Compress(byte[] body)
    {
        var result = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, result, out var length, BrotliQuality, BrotliWindow)
            ? result.AsSpan(0, length).ToArray()
            : throw new InvalidOperationException("A page did not fit the space that Brotli asks for.");
    }
}
