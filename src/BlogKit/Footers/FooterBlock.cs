namespace BlogKit;

/// <summary>
/// A text that stands under many posts: of the whole blog, of one author's posts, or of the posts that name it
/// (<see cref="Post.FooterBlockIds"/>). Immutable; change it through <see cref="FooterService"/>.
/// </summary>
public sealed record FooterBlock
{
    /// <summary>The block's identity.</summary>
    public required FooterBlockId Id { get; init; }

    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>What its editors call it; not shown.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public FooterBlockKind Kind { get; init; }

    /// <summary>Where it stands by itself.</summary>
    public FooterBlockScope Scope { get; init; }

    /// <summary>The author whose posts carry it; null unless <see cref="Scope"/> is <see cref="FooterBlockScope.Author"/>.</summary>
    public AuthorId? AuthorId { get; init; }

    /// <summary>Smaller ones come first; ties by identity.</summary>
    public int Position { get; init; }

    /// <summary>The text, author-profile Markdown.</summary>
    public required string Markdown { get; init; }

    /// <summary>The text as rendered when it was saved.</summary>
    public required string Html { get; init; }

    /// <summary>The <see cref="IMarkdownRenderer.Version"/> that made <see cref="Html"/>.</summary>
    public required int RendererVersion { get; init; }

    /// <summary>Counts changes; 0 = never saved. Set by the store only.</summary>
    public long Version { get; init; }
}
