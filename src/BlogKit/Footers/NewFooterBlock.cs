namespace BlogKit;

/// <summary>A footer block to be created.</summary>
/// <param name="BlogId">The blog.</param>
/// <param name="Name">The name for authors and editors; at most 200 characters. Readers do not see it.</param>
/// <param name="Markdown">The text; at most 20,000 characters.</param>
public sealed record NewFooterBlock(BlogId BlogId, string Name, string Markdown)
{
    /// <summary>The purpose of the block.</summary>
    public FooterBlockKind Kind { get; init; } = FooterBlockKind.Custom;

    /// <summary>The posts under which it is shown.</summary>
    public FooterBlockScope Scope { get; init; } = FooterBlockScope.Blog;

    /// <summary>The author of these posts, with <see cref="FooterBlockScope.Author"/>; null otherwise.</summary>
    public AuthorId? AuthorId { get; init; }

    /// <summary>The position among the blocks of its scope, lowest first.</summary>
    public int Position { get; init; }
}
