namespace BlogKit.AspNetCore.Internal;

/// <summary>Parts of a blog that something shows, by the kinds of changes that touch them.</summary>
internal readonly record struct BlogParts
{
    // Names that users choose are shown with the comments they write from then on, whose arrival is a change of its own.
    private static readonly uint s_unseen =
        Only(
            BlogChangeKind.Queue,
            BlogChangeKind.Autosaves,
            BlogChangeKind.Bans,
            BlogChangeKind.DisplayNames,
            BlogChangeKind.Origins,
            BlogChangeKind.Redirects)._kinds;

    private readonly uint _kinds;

    private BlogParts(uint kinds) => _kinds = kinds;

    public static BlogParts Only(params ReadOnlySpan<BlogChangeKind> kinds)
    {
        var bits = 0u;
        foreach (var kind in kinds)
        {
            bits |= 1u << (int)kind;
        }

        return new BlogParts(bits);
    }

    /// <summary>All others that readers may see, and those that are yet to be invented.</summary>
    public static BlogParts AllReadersSeeBut(params ReadOnlySpan<BlogChangeKind> kinds) => new(~(Only(kinds)._kinds | s_unseen));

    public bool Has(BlogChangeKind kind) => (_kinds & (1u << (int)kind)) != 0;
}
