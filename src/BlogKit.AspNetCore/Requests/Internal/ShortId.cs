using System.Buffers;
using System.Buffers.Text;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A comment's identity in 22 characters (base64url, RFC 4648 section 5) instead of 32, for what a page of fifty comments repeats.
/// </summary>
internal static class ShortId
{
    private const int Length = 22;
    private const int Bytes = 16;

    public static string Write(CommentId id)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryRead(string? text, out CommentId id)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        if (text is { Length: Length }
            && Base64Url.DecodeFromChars(text, bytes, out _, out var written) is OperationStatus.Done
            && written == Bytes)
        {
            id = new CommentId(new Guid(bytes, bigEndian: true));

            // The last character has bits to spare: one identity has one spelling.
            return string.Equals(Write(id), text, StringComparison.Ordinal);
        }

        id = default;
        return false;
    }
}
