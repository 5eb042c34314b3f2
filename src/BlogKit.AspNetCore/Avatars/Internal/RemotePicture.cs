namespace BlogKit.AspNetCore.Internal;

/// <summary>A picture that a service had; <see cref="None"/> when it had none that can be shown.</summary>
internal sealed record RemotePicture(byte[] Content, string ContentType)
{
    public static RemotePicture None { get; } = new([], "");

    public bool Exists => Content.Length > 0;

    /// <summary>
    /// The type by what the bytes are, never by what they are said to be; null when it is none that browsers may be given.
    /// </summary>
    public static string? TypeOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
        {
            return "image/png";
        }

        if (content.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]))
        {
            return "image/jpeg";
        }

        if (content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8))
        {
            return "image/gif";
        }

        return content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? "image/webp" : null;
    }
}
