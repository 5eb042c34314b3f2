using BlogKit.Storage;

namespace BlogKit;

/// <summary>
/// The rows of threads that a connection read last: a row that is read again and is still the same takes no memory. Whatever is read is
/// compared, column by column, so that no row can be out of date. Used by one thread at a time.
/// </summary>
internal sealed class KeptThreadRows
{
    /// <summary>The most characters of a comment that is kept: with the places it bounds what a connection holds, to 2 MB.</summary>
    public const int LongestText = 1_000;

    // A row has two places, so that two comments that meet there do not take turns. A power of two.
    private const int Pairs = 512;
    private readonly ThreadRow?[] _rows = new ThreadRow?[2 * Pairs];

    /// <summary>Reads a row, or returns the one that was read before and has the same content.</summary>
    public ThreadRow Read(Statement row, PostId post, CommentId root)
    {
        var id = ThreadRows.Id(row);
        var pair = _rows.AsSpan(2 * (id.GetHashCode() & (Pairs - 1)), 2);
        foreach (var kept in pair)
        {
            if (kept?.Id == id && ThreadRows.IsSame(row, post, root, kept))
            {
                return kept;
            }
        }

        var read = ThreadRows.Read(row, post, root);
        if (read.Html.Length <= LongestText)
        {
            // An older form of the same comment gives way first.
            pair[1] = pair[0]?.Id == id ? pair[1] : pair[0];
            pair[0] = read;
        }

        return read;
    }
}
