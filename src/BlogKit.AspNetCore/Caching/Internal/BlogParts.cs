namespace BlogKit.AspNetCore.Internal;

/// <summary>Parts of a blog that something shows, by the kinds of changes that touch them.</summary>
internal readonly record struct BlogParts
{
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

    /// <summary>All others, and those that are yet to be invented.</summary>
    public static BlogParts AllBut(params ReadOnlySpan<BlogChangeKind> kinds) => new(~Only(kinds)._kinds);

    public bool Has(BlogChangeKind kind) => (_kinds & (1u << (int)kind)) != 0;
}
