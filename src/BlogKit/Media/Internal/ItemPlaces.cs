using System.Buffers.Binary;

namespace BlogKit.Internal;

/// <summary>Where the items of an AVIF or HEIF file are (ISO 14496-12, 8.11.3).</summary>
internal sealed class ItemPlaces(byte[] bytes, AvifPrivacy.Box box)
{
    private const int MostExtents = 100_000;
    private int _at;

    /// <summary>Calls for every item; false when the list does not end where it should, or the visitor says so.</summary>
    /// <param name="visit">Gets the item and its parts: whether in the box <c>idat</c> or in the file, where, and how long.</param>
    public bool Visit(Func<uint, IReadOnlyList<(bool IsInside, long Start, long Length)>, bool> visit)
    {
        _at = box.Body;
        var version = Read(4) >> 24;
        var sizes = Read(2);
        var (offsetSize, lengthSize, baseSize, indexSize) = (
            Size(sizes >> 12), Size(sizes >> 8), Size(sizes >> 4), version is 1 or 2 ? Size(sizes) : 0);
        var items = Read(version < 2 ? 2 : 4);
        var seen = 0;
        for (long i = 0; i < items; i++)
        {
            var id = Read(version < 2 ? 2 : 4);
            var method = version is 1 or 2 ? Read(2) & 0xF : 0;
            Read(2);
            var origin = Read(baseSize);
            var count = Read(2);
            var extents = new List<(bool, long, long)>();
            for (long e = 0; e < count; e++)
            {
                Read(indexSize);
                var start = Read(offsetSize);
                var length = Read(lengthSize);
                if (_at < 0 || start > int.MaxValue || origin > int.MaxValue || length > int.MaxValue || ++seen > MostExtents)
                {
                    return false;
                }

                // Without a length the item is as long as its source.
                extents.Add((method == 1, origin + start, lengthSize == 0 ? bytes.Length - origin - start : length));
            }

            // An item made of other items has no bytes of its own here.
            if (_at < 0 || (method is 0 or 1 && !visit((uint)id, extents)))
            {
                return false;
            }
        }

        return _at >= 0;
    }

    private static int Size(long nibble) => (nibble & 0xF) is 4 or 8 ? (int)(nibble & 0xF) : 0;

    private long Read(int length)
    {
        if (length == 0)
        {
            return 0;
        }

        if (_at < 0 || _at + length > box.End)
        {
            _at = -1;
            return 0;
        }

        var span = bytes.AsSpan(_at, length);
        _at += length;
        return length switch
        {
            2 => BinaryPrimitives.ReadUInt16BigEndian(span),
            4 => BinaryPrimitives.ReadUInt32BigEndian(span),
            _ => BinaryPrimitives.ReadInt64BigEndian(span) is >= 0 and var value ? value : long.MaxValue,
        };
    }
}
