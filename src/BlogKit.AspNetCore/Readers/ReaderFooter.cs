namespace BlogKit.AspNetCore;

/// <summary>
/// A block below posts as readers may know it: what it says, without its Markdown and what its editors call it. Immutable.
/// </summary>
public sealed record ReaderFooter
{
    /// <summary>The block's identity.</summary>
    public required FooterBlockId Id { get; init; }

    /// <summary>What it is for.</summary>
    public FooterBlockKind Kind { get; init; }

    /// <summary>Where it stands by itself.</summary>
    public FooterBlockScope Scope { get; init; }

    /// <summary>The author whose posts carry it; null unless <see cref="Scope"/> is <see cref="FooterBlockScope.Author"/>.</summary>
    public AuthorId? AuthorId { get; init; }

    /// <summary>The text as safe HTML.</summary>
    public required string Html { get; init; }

    /// <summary>What readers may know of a stored block.</summary>
    public static ReaderFooter Of(FooterBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return new ReaderFooter
        {
            Id = block.Id,
            Kind = block.Kind,
            Scope = block.Scope,
            AuthorId = block.AuthorId,
            Html = block.Html,
        };
    }
}
