using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Makes and reads the tokens of preview links: the post's identity, the end, and when the post was first published, sealed by this
/// application for one blog. Nothing is stored: a link dies by time, and with the publication or deletion of its post.
/// </summary>
internal sealed class PreviewLinks(IDataProtectionProvider protection)
{
    private const int Length = 16 + sizeof(long) + sizeof(long);
    private const int LongestToken = 600;

    public string Make(Post post, DateTimeOffset expiresAt, DateTimeOffset now)
    {
        Span<byte> content = stackalloc byte[Length];
        post.Id.Value.TryWriteBytes(content, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(content[16..], expiresAt.UtcTicks);
        BinaryPrimitives.WriteInt64BigEndian(content[24..], Stamp(post, now));
        return WebEncoders.Base64UrlEncode(Protector(post.BlogId).Protect(content.ToArray()));
    }

    /// <summary>What a token says; null when it is not one of this blog's.</summary>
    public (PostId PostId, DateTimeOffset ExpiresAt, long Stamp)? Read(BlogId blogId, string? token)
    {
        if (token is not { Length: > 0 and <= LongestToken })
        {
            return null;
        }

        try
        {
            var content = Protector(blogId).Unprotect(WebEncoders.Base64UrlDecode(token));
            return content.Length == Length
                ? (new PostId(new Guid(content.AsSpan(0, 16), bigEndian: true)),
                    new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(16)), TimeSpan.Zero),
                    BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(24)))
                : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>When the post was published first; 0 while it never was. A link made before does not show it after.</summary>
    public static long Stamp(Post post, DateTimeOffset now) => post.PublishedAt is { } at && at <= now ? at.UtcTicks : 0;

    private IDataProtector Protector(BlogId blogId) => protection.CreateProtector("BlogKit.AspNetCore.PreviewLink.v1", blogId.ToString());
}
