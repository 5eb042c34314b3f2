using System.Buffers.Binary;

namespace BlogKit.Internal;

/// <summary>
/// Empties in an AVIF or HEIF file what does not show: items that are no pictures (Exif, XMP), boxes nobody needs, times, and data that no
/// picture refers to. Pictures are found by their place in the file, so nothing is moved: what goes is overwritten. What stands behind the
/// last box is cut off.
/// </summary>
internal static class AvifPrivacy
{
    private const int MostItems = 10_000;

    // A film has its boxes in five others at most.
    private const int DeepestBox = 16;

    private static readonly HashSet<string> TopBoxes = new(
        ["ftyp", "meta", "mdat", "moov", "moof", "mfra", "sidx", "styp"], StringComparer.Ordinal);
    private static readonly HashSet<string> MetaBoxes = new(
        ["hdlr", "pitm", "iloc", "iinf", "iprp", "iref", "idat", "grpl", "dinf"], StringComparer.Ordinal);
    private static readonly HashSet<string> Nested = new(["moov", "trak", "mdia", "minf", "stbl", "edts"], StringComparer.Ordinal);
    private static readonly HashSet<string> Pictures = new(["av01", "hvc1", "grid", "iovl", "iden", "tmap"], StringComparer.Ordinal);

    // ISO 23008-12, 6.5, AV1-AVIF 1.2 and ISO 14496-12: how a picture is decoded, cut, turned and coloured.
    private static readonly HashSet<string> Properties = new(
        [
            "ispe", "pixi", "av1C", "hvcC", "colr", "pasp", "clap", "irot", "imir", "auxC", "a1op", "a1lx", "lsel", "clli", "mdcv", "cclv",
            "amve", "reve", "ndwt", "iscl", "rloc", "rref", "tols",
        ],
        StringComparer.Ordinal);

    // Exif of an item (ISO 23008-12, A.2.1): where TIFF begins, then a directory of nothing.
    private static ReadOnlySpan<byte> NoExif => [0, 0, 0, 0, (byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>The content without it; null when it is not built in a way that lets everything be found.</summary>
    /// <param name="content">The content.</param>
    /// <param name="largest">The largest sides a picture in it has; 0 when it says none.</param>
    public static byte[]? Clean(byte[] content, out (long Width, long Height) largest)
    {
        largest = default;
        byte[] clean = [.. content];
        var media = new List<(int Start, int End)>();
        var shown = new List<(long Start, long Length)>();
        var (isFilm, hasItems) = (false, false);
        var end = 0;
        foreach (var box in Boxes(clean, 0, clean.Length))
        {
            end = box.End;
            if (!TopBoxes.Contains(box.Name))
            {
                Empty(clean, box);
            }
            else if (box.Name is "meta")
            {
                // ISO 14496-12, 8.11.1: a file has one at most.
                if (hasItems || !CleanItems(clean, box, shown, ref largest))
                {
                    return null;
                }

                hasItems = true;
            }
            else if (box.Name is "mdat")
            {
                media.Add((box.Body, box.End));
            }
            else if (box.Name is "moov" or "moof")
            {
                isFilm = true;
                if (!CleanFilm(clean, box, 1, ref largest))
                {
                    return null;
                }
            }
        }

        if (!isFilm)
        {
            Blank(clean, media, shown);
        }

        return content.AsSpan().SequenceEqual(clean) && end == content.Length ? content : clean[..end];
    }

    private static IEnumerable<Box> Boxes(byte[] bytes, int at, int end)
    {
        while (at + 8 <= end)
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            var body = at + 8;
            if (length == 1 && at + 16 <= end)
            {
                length = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(at + 8));
                body = at + 16;
            }
            else if (length == 0)
            {
                length = end - at;
            }

            if (length < body - at || length > end - at)
            {
                yield break;
            }

            yield return new Box(System.Text.Encoding.Latin1.GetString(bytes, at + 4, 4), at, body, at + (int)length);
            at += (int)length;
        }
    }

    private static void Empty(byte[] bytes, Box box)
    {
        "free"u8.CopyTo(bytes.AsSpan(box.Start + 4));
        bytes.AsSpan(box.Body, box.End - box.Body).Clear();
    }

    /// <summary>Overwrites what no picture refers to. Both are gone through once, in the order of the file.</summary>
    private static void Blank(byte[] bytes, List<(int Start, int End)> media, List<(long Start, long Length)> shown)
    {
        shown.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        var next = 0;
        long covered = 0;
        foreach (var (start, end) in media)
        {
            for (; next < shown.Count && shown[next].Start < end; next++)
            {
                Clear(bytes, Math.Max(start, covered), shown[next].Start);
                covered = Math.Max(covered, shown[next].Start + shown[next].Length);
            }

            Clear(bytes, Math.Max(start, covered), end);
        }
    }

    private static void Clear(byte[] bytes, long from, long until)
    {
        if (until > from)
        {
            bytes.AsSpan((int)from, (int)(until - from)).Clear();
        }
    }

    private static bool CleanFilm(byte[] bytes, Box film, int depth, ref (long Width, long Height) largest)
    {
        foreach (var box in Boxes(bytes, film.Body, film.End))
        {
            if (Nested.Contains(box.Name))
            {
                if (depth == DeepestBox || !CleanFilm(bytes, box, depth + 1, ref largest))
                {
                    return false;
                }
            }
            else if (box.Name is "udta" or "meta" or "uuid" or "free" or "skip")
            {
                Empty(bytes, box);
            }
            else if (box.Name is "mvhd" or "tkhd" or "mdhd" && box.End - box.Body >= 20)
            {
                // When it was taken and when it was changed.
                bytes.AsSpan(box.Body + 4, bytes[box.Body] == 1 ? 16 : 8).Clear();
                if (box.Name is "tkhd" && box.End - box.Body >= 84)
                {
                    // 16.16 fixed point, at the end of the box.
                    largest = (
                        Math.Max(largest.Width, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(box.End - 8)) >> 16),
                        Math.Max(largest.Height, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(box.End - 4)) >> 16));
                }
            }
        }

        return true;
    }

    private static bool CleanItems(byte[] bytes, Box meta, List<(long Start, long Length)> shown, ref (long Width, long Height) largest)
    {
        var kinds = new Dictionary<uint, string>();
        Box? places = null;
        Box? inside = null;
        foreach (var box in Boxes(bytes, meta.Body + 4, meta.End))
        {
            switch (box.Name)
            {
                case "iinf":
                    ReadKinds(bytes, box, kinds);
                    break;
                case "iloc":
                    places = box;
                    break;
                case "idat":
                    inside = box;
                    break;
                case "iprp":
                    largest = ReadSides(bytes, box, largest);
                    break;
            }

            if (!MetaBoxes.Contains(box.Name))
            {
                Empty(bytes, box);
            }
        }

        // Items have places of their own: what is overwritten is no longer than the file.
        long overwritten = 0;
        return places is null || new ItemPlaces(bytes, places).Visit((item, extents) =>
        {
            foreach (var (isInside, start, length) in extents)
            {
                var from = isInside ? (inside is null ? -1 : inside.Body + start) : start;
                var limit = isInside ? inside?.End ?? 0 : bytes.Length;
                if (from < 0 || length < 0 || from > limit - length)
                {
                    return false;
                }

                if (kinds.TryGetValue(item, out var kind) && Pictures.Contains(kind))
                {
                    shown.Add((from, length));
                }
                else if ((overwritten += length) > bytes.Length)
                {
                    return false;
                }
                else
                {
                    Overwrite(bytes.AsSpan((int)from, (int)length), kind is "Exif");
                }
            }

            return true;
        });
    }

    private static void Overwrite(Span<byte> item, bool isExif)
    {
        item.Fill((byte)' ');
        if (isExif)
        {
            item.Clear();
            NoExif[..Math.Min(NoExif.Length, item.Length)].CopyTo(item);
        }
    }

    private static void ReadKinds(byte[] bytes, Box info, Dictionary<uint, string> kinds)
    {
        var first = info.Body + (info.End - info.Body >= 8 && bytes[info.Body] > 0 ? 8 : 6);
        foreach (var entry in Boxes(bytes, first, info.End).Take(MostItems))
        {
            var isLong = bytes[Math.Min(entry.Body, bytes.Length - 1)] >= 3;
            var kind = entry.Body + 4 + (isLong ? 4 : 2) + 2;
            if (entry.Name is not "infe" || bytes[entry.Body] < 2 || kind + 4 > entry.End)
            {
                continue;
            }

            var id = isLong
                ? BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(entry.Body + 4))
                : BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(entry.Body + 4));
            var name = System.Text.Encoding.Latin1.GetString(bytes, kind, 4);
            kinds[id] = name;

            // A picture's name is nobody's business; what a mime item is called says what it is.
            if (Pictures.Contains(name))
            {
                bytes.AsSpan(kind + 4, entry.End - kind - 4).Clear();
            }
        }
    }

    private static (long Width, long Height) ReadSides(byte[] bytes, Box properties, (long Width, long Height) largest)
    {
        foreach (var list in Boxes(bytes, properties.Body, properties.End).Where(static box => box.Name is "ipco"))
        {
            foreach (var box in Boxes(bytes, list.Body, list.End))
            {
                if (box.Name is "ispe" && box.End - box.Body >= 12)
                {
                    largest = (
                        Math.Max(largest.Width, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(box.Body + 4))),
                        Math.Max(largest.Height, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(box.Body + 8))));
                }
                else if (!Properties.Contains(box.Name))
                {
                    // Descriptions, times, where the camera stood, what nobody knows. The place in the list stays: pictures refer to their
                    // properties by number.
                    bytes.AsSpan(box.Body, box.End - box.Body).Clear();
                }
            }
        }

        return largest;
    }

    /// <summary>A box: where it starts, where what is in it starts, and where it ends.</summary>
    internal sealed record Box(string Name, int Start, int Body, int End);
}
