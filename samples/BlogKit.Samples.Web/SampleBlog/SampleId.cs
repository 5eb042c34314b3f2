using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BlogKit.Samples.Web.SampleBlog;

/// <summary>
/// Gives the same thing of the sample the same UUIDv7 in every run: what was seeded before is then known by its identity.
/// </summary>
internal sealed class SampleId(DateTimeOffset time, string name) : IIdGenerator
{
    public Guid Next()
    {
        Span<byte> bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        Span<byte> milliseconds = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(milliseconds, time.ToUnixTimeMilliseconds());
        milliseconds[2..].CopyTo(bytes);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
