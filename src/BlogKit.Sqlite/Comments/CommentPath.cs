namespace BlogKit;

/// <summary>
/// The private path of a comment: the identities from below its root down to itself. Sorted by it, comments stand in reading order.
/// </summary>
internal static class CommentPath
{
    private static readonly byte[] s_behindAll = [.. Enumerable.Repeat((byte)255, IdColumn.Size + 1)];

    public static byte[] Below(ReadOnlySpan<byte> parent, Guid id)
    {
        var path = new byte[parent.Length + IdColumn.Size];
        parent.CopyTo(path);
        id.TryWriteBytes(path.AsSpan(parent.Length), bigEndian: true, out _);
        return path;
    }

    /// <summary>The first path behind everything below this one.</summary>
    public static byte[] Behind(ReadOnlySpan<byte> path)
    {
        var end = path.ToArray();
        for (var i = end.Length - 1; i >= 0; i--)
        {
            if (++end[i] != 0)
            {
                return end;
            }
        }

        return s_behindAll;
    }
}
