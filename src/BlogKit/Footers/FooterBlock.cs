namespace BlogKit;

/// <summary>
/// A text shown under many posts: of the whole blog, of one author's posts, or of the posts that name it
/// (<see cref="Post.FooterBlockIds"/>). Immutable; change it through <see cref="FooterService"/>.
/// </summary>
public sealed record FooterBlock
{
    /// <summary>The block's identity.</summary>
    public required FooterBlockId Id { get; init; }

    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The name that editors know it by; not shown to readers.</summary>
    public required string Name { get; init; }

    /// <summary>The purpose of the block.</summary>
    public FooterBlockKind Kind { get; init; }

    /// <summary>The posts under which it is shown.</summary>
    public FooterBlockScope Scope { get; init; }

    /// <summary>The author whose posts carry it; null unless <see cref="Scope"/> is <see cref="FooterBlockScope.Author"/>.</summary>
    public AuthorId? AuthorId { get; init; }

    /// <summary>The position among the blocks: smaller ones come first; ties by identity.</summary>
    public int Position { get; init; }

    /// <summary>The text, in the Markdown of authors.</summary>
    public required string Markdown { get; init; }

    /// <summary>The text as rendered when it was saved.</summary>
    public required string Html { get; init; }

    /// <summary>The <see cref="IMarkdownRenderer.Version"/> that made <see cref="Html"/>.</summary>
    public required int RendererVersion { get; init; }

    /// <summary>Counts changes; 0 = never saved. Set by the store only.</summary>
    public long Version { get; init; }
}
