using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>The text form of cursors: fields separated by dots, safe in a URL without escaping.</summary>
internal static class CursorText
{
    public static string Write(PostCursor cursor) =>
        string.Create(CultureInfo.InvariantCulture, $"p.{Direction(cursor.Backwards)}.{cursor.At.UtcTicks:x}.{cursor.Id}");

    public static bool TryRead(string text, [NotNullWhen(true)] out PostCursor? cursor)
    {
        cursor = null;
        if (text.Split('.') is ["p", var direction, var at, var id]
            && TryReadDirection(direction, out var backwards)
            && TryReadTime(at, out var time)
            && PostId.TryParse(id, null, out var postId))
        {
            cursor = new PostCursor(time, postId, backwards);
        }

        return cursor is not null;
    }

    public static string Write(MediaCursor cursor) => string.Create(
        CultureInfo.InvariantCulture, $"m.{Direction(cursor.Backwards)}.{cursor.AddedAt.UtcTicks:x}.{cursor.Name}");

    public static bool TryRead(string text, [NotNullWhen(true)] out MediaCursor? cursor)
    {
        cursor = null;
        if (text.Split('.') is ["m", var direction, var at, var hash, var extension]
            && TryReadDirection(direction, out var backwards)
            && TryReadTime(at, out var time)
            && MediaKind.FindByName($"{hash}.{extension}") is not null)
        {
            cursor = new MediaCursor(time, $"{hash}.{extension}", backwards);
        }

        return cursor is not null;
    }

    /// <summary>The sort is part of the cursor: a page cannot be continued in another order.</summary>
    public static string Write(RootsCursor cursor, ThreadSort sort) => string.Create(
        CultureInfo.InvariantCulture,
        $"{SortLetter(sort)}.{Direction(cursor.Backwards)}.{cursor.Id}.{cursor.Position}.{BitConverter.DoubleToInt64Bits(cursor.Score):x}");

    public static bool TryRead(string text, ThreadSort sort, [NotNullWhen(true)] out RootsCursor? cursor)
    {
        cursor = null;
        if (text.Split('.') is [[var letter], var direction, var id, var position, var score]
            && letter == SortLetter(sort)
            && TryReadDirection(direction, out var backwards)
            && CommentId.TryParse(id, null, out var commentId)
            && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && long.TryParse(score, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
            && BitConverter.Int64BitsToDouble(bits) is >= 0 and <= 1 and var value)
        {
            cursor = new RootsCursor(commentId, value, number, backwards);
        }

        return cursor is not null;
    }

    /// <summary>Replies continue after one of them; how many were shown before is carried along for the count of the rest.</summary>
    public static string WriteReplies(CommentId after, int shownBefore) =>
        string.Create(CultureInfo.InvariantCulture, $"r.{after}.{shownBefore}");

    public static bool TryReadReplies(string text, out CommentId after, out int shownBefore)
    {
        shownBefore = 0;
        after = default;
        return text.Split('.') is ["r", var id, var shown]
            && CommentId.TryParse(id, null, out after)
            && int.TryParse(shown, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out shownBefore)
            && shownBefore >= -1;
    }

    public static string Write(CommentId before) => $"c.{before}";

    public static bool TryRead(string text, out CommentId before)
    {
        before = default;
        return text.Split('.') is ["c", var id] && CommentId.TryParse(id, null, out before);
    }

    /// <summary>The order is part of the cursor: a page cannot be continued in another one.</summary>
    public static string Write(QueueCursor cursor, QueueOrder order) => string.Create(
        CultureInfo.InvariantCulture, $"q.{(int)order}.{cursor.Id}.{BitConverter.DoubleToInt64Bits(cursor.Points):x}");

    public static bool TryRead(string text, QueueOrder order, [NotNullWhen(true)] out QueueCursor? cursor)
    {
        cursor = null;
        if (text.Split('.') is ["q", var number, var id, var points]
            && string.Equals(number, ((int)order).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            && CommentId.TryParse(id, null, out var commentId)
            && long.TryParse(points, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
            && double.IsFinite(BitConverter.Int64BitsToDouble(bits)))
        {
            cursor = new QueueCursor(commentId, BitConverter.Int64BitsToDouble(bits));
        }

        return cursor is not null;
    }

    public static string WritePosition(long position) => string.Create(CultureInfo.InvariantCulture, $"l.{position}");

    public static bool TryReadPosition(string text, out long position)
    {
        position = 0;
        return text.Split('.') is ["l", var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out position);
    }

    public static string WriteSkip(int skip) => string.Create(CultureInfo.InvariantCulture, $"s.{skip}");

    public static bool TryReadSkip(string text, out int skip)
    {
        skip = 0;
        return text.Split('.') is ["s", var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out skip);
    }

    private static char Direction(bool backwards) => backwards ? 'b' : 'f';

    private static bool TryReadDirection(string text, out bool backwards)
    {
        backwards = text is "b";
        return text is "b" or "f";
    }

    private static bool TryReadTime(string text, out DateTimeOffset time)
    {
        var isTime = long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
            && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks;
        time = isTime ? new DateTimeOffset(ticks, TimeSpan.Zero) : default;
        return isTime;
    }

    private static char SortLetter(ThreadSort sort) => sort switch
    {
        ThreadSort.Newest => 'n',
        ThreadSort.Best => 'b',
        _ => 'o',
    };
}
