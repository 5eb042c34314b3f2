using System.Buffers.Binary;

namespace BlogKit.Internal;

/// <summary>The identities just beside another, in the order in which identities are sorted.</summary>
internal static class Neighbour
{
    private const int Size = 16;

    public static Guid Before(Guid id) => Moved(id, static n => n == UInt128.MinValue ? n : n - 1);

    public static Guid After(Guid id) => Moved(id, static n => n == UInt128.MaxValue ? n : n + 1);

    private static Guid Moved(Guid id, Func<UInt128, UInt128> move)
    {
        Span<byte> bytes = stackalloc byte[Size];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt128BigEndian(bytes, move(BinaryPrimitives.ReadUInt128BigEndian(bytes)));
        return new Guid(bytes, bigEndian: true);
    }
}
