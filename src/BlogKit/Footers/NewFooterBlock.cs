namespace BlogKit;

/// <summary>A footer block to be created.</summary>
/// <param name="BlogId">The blog.</param>
/// <param name="Name">What authors and editors call it; at most 200 characters. Readers do not see it.</param>
/// <param name="Markdown">What it says; at most 20,000 characters.</param>
public sealed record NewFooterBlock(BlogId BlogId, string Name, string Markdown)
{
    /// <summary>What it is about.</summary>
    public FooterBlockKind Kind { get; init; } = FooterBlockKind.Custom;

    /// <summary>Under which posts it stands.</summary>
    public FooterBlockScope Scope { get; init; } = FooterBlockScope.Blog;

    /// <summary>Whose posts, with <see cref="FooterBlockScope.Author"/>; null otherwise.</summary>
    public AuthorId? AuthorId { get; init; }

    /// <summary>Its place among those of its scope, lowest first.</summary>
    public int Position { get; init; }
}
