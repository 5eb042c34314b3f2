namespace BlogKit;

/// <summary>The options of threads: how much one page shows.</summary>
public sealed class ThreadOptions
{
    /// <summary>Levels shown nested, the root's included; deeper replies stand flat on the last one. Default 5; 1 to 20.</summary>
    public int DisplayDepth { get; set; } = 5;

    /// <summary>Roots on a page when nothing is asked for. Default 50; 1 to <see cref="MaximumRootsPerPage"/>.</summary>
    public int RootsPerPage { get; set; } = 50;

    /// <summary>The most roots on a page. Default 200; 1 to 1,000.</summary>
    public int MaximumRootsPerPage { get; set; } = 200;

    /// <summary>Replies shown below a root before "show more". Default 50; 0 to <see cref="MaximumReplies"/>.</summary>
    public int RepliesPerRoot { get; set; } = 50;

    /// <summary>The most replies in one answer about one comment. Default 200; 1 to 1,000.</summary>
    public int MaximumReplies { get; set; } = 200;

    /// <summary>The order of the roots when nothing is asked for. Default oldest first.</summary>
    public ThreadSort Sort { get; set; }

    /// <summary>Pinned comments shown above the thread. Default 3; 0 to 20.</summary>
    public int MaximumPinned { get; set; } = 3;
}
