using System.Text;

namespace BlogKit;

/// <summary>
/// Identities in columns and parameters: 16 bytes each, big-endian, so that the order of the bytes is the order of creation.
/// </summary>
internal static class IdColumn
{
    public const int Size = 16;

    /// <summary>Behind every identity of version 7.</summary>
    public static ReadOnlySpan<byte> Last => [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255];

    public static byte[] Join<TId>(ImmutableArray<TId> ids)
        where TId : struct, IEntityId<TId>
    {
        if (ids.IsDefaultOrEmpty)
        {
            return [];
        }

        var bytes = new byte[ids.Length * Size];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i].Value.TryWriteBytes(bytes.AsSpan(i * Size), bigEndian: true, out _);
        }

        return bytes;
    }

    public static ImmutableArray<TId> Split<TId>(ReadOnlySpan<byte> bytes)
        where TId : struct, IEntityId<TId>
    {
        var ids = ImmutableArray.CreateBuilder<TId>(bytes.Length / Size);
        for (var i = 0; i + Size <= bytes.Length; i += Size)
        {
            ids.Add(TId.From(new Guid(bytes.Slice(i, Size), bigEndian: true)));
        }

        return ids.DrainToImmutable();
    }

    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    /// <summary>
    /// A JSON list of hexadecimal digits, for <c>unhex(value)</c> over <c>json_each</c>: any number of identities in one parameter.
    /// </summary>
    public static string Json<TId>(IEnumerable<TId> ids)
        where TId : struct, IEntityId<TId>
    {
        var json = new StringBuilder("[");
        foreach (var id in ids)
        {
            json.Append(json.Length == 1 ? "\"" : ",\"").Append(id.Value.ToString("N")).Append('"');
        }

        return json.Append(']').ToString();
    }
}
