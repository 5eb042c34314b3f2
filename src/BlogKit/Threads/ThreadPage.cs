namespace BlogKit;

/// <summary>One page of a thread, ready to be shown: nothing in it is hidden from the viewer.</summary>
public sealed record ThreadPage
{
    /// <summary>The post.</summary>
    public required PostId PostId { get; init; }

    /// <summary>Comments shown, of every depth and on every page; exact.</summary>
    public required int ShownComments { get; init; }

    /// <summary>Roots on every page, tombstones included.</summary>
    public required int RootCount { get; init; }

    /// <summary>The order of the roots.</summary>
    public required ThreadSort Sort { get; init; }

    /// <summary>The roots of this page, numbered, with the replies below them.</summary>
    public required ImmutableArray<ThreadNode> Roots { get; init; }

    /// <summary>Pinned roots, without replies; only on the first page. They stand at their own place as well.</summary>
    public ImmutableArray<ThreadNode> Pinned { get; init; } = [];

    /// <summary>The viewer's own held comments that have no place on this page. Those whose parent is on it stand below it.</summary>
    public ImmutableArray<ThreadNode> Held { get; init; } = [];

    /// <summary>The cursor of the page before; null on the first.</summary>
    public string? Previous { get; init; }

    /// <summary>The cursor of the page after; null on the last.</summary>
    public string? Next { get; init; }
}
