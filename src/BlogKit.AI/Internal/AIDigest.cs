using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BlogKit.Internal;

/// <summary>A SHA-256 over texts, each with its length before it, so that no two lists of texts run together.</summary>
internal static class AIDigest
{
    public static string Of(params ReadOnlySpan<string?> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text ?? "");
            BinaryPrimitives.WriteInt32LittleEndian(length, text is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
