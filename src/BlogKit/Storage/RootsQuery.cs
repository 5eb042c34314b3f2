namespace BlogKit.Storage;

/// <summary>Asks for one page of a thread.</summary>
public sealed record RootsQuery
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The post.</summary>
    public required PostId PostId { get; init; }

    /// <summary>The order of the roots.</summary>
    public ThreadSort Sort { get; init; }

    /// <summary>At most this many roots, at least 1.</summary>
    public required int Size { get; init; }

    /// <summary>At most this many replies per root, at least 0.</summary>
    public required int RepliesPerRoot { get; init; }

    /// <summary>The place where the page begins or ends; null = at the beginning.</summary>
    public RootsCursor? Cursor { get; init; }

    /// <summary>
    /// Instead of a cursor: the page that holds this root when the thread is cut into pages of <see cref="Size"/> from the beginning.
    /// Not with <see cref="ThreadSort.Best"/>. A root that is not present gives an empty page.
    /// </summary>
    public CommentId? Holding { get; init; }

    /// <summary>How many pinned roots are read beside the page, 0 for none.</summary>
    public int Pinned { get; init; }
}
