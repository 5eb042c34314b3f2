using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>Cuts a part out of all files of a blog, for stores that have them at hand.</summary>
internal static class MediaPart
{
    public static Slice<StoredMedia> Cut(IEnumerable<StoredMedia> files, MediaCursor? cursor, int limit)
    {
        var ordered = files.ToList();
        ordered.Sort(static (left, right) => Compare(left.AddedAt, left.Name, right.AddedAt, right.Name));
        if (cursor is null)
        {
            return new Slice<StoredMedia>([.. ordered.Take(limit)], HasPrevious: false, ordered.Count > limit);
        }

        if (cursor.Backwards)
        {
            var before = ordered.Count(file => Compare(file.AddedAt, file.Name, cursor.AddedAt, cursor.Name) < 0);
            var first = Math.Max(0, before - limit);
            return new Slice<StoredMedia>([.. ordered[first..before]], first > 0, before < ordered.Count);
        }

        var start = ordered.Count(file => Compare(file.AddedAt, file.Name, cursor.AddedAt, cursor.Name) <= 0);
        return new Slice<StoredMedia>([.. ordered.Skip(start).Take(limit)], start > 0, ordered.Count - start > limit);
    }

    private static int Compare(DateTimeOffset at, string name, DateTimeOffset otherAt, string otherName) =>
        otherAt.CompareTo(at) is not 0 and var order ? order : string.CompareOrdinal(name, otherName);
}
