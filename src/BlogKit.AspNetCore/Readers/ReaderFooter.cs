namespace BlogKit.AspNetCore;

/// <summary>
/// A block below posts as readers may know it: its text, without its Markdown and its name in the desk. Immutable.
/// </summary>
public sealed record ReaderFooter
{
    /// <summary>The block's identity.</summary>
    public required FooterBlockId Id { get; init; }

    /// <summary>The purpose of the block.</summary>
    public FooterBlockKind Kind { get; init; }

    /// <summary>The posts below which the block stands without being chosen.</summary>
    public FooterBlockScope Scope { get; init; }

    /// <summary>The author whose posts carry it; null unless <see cref="Scope"/> is <see cref="FooterBlockScope.Author"/>.</summary>
    public AuthorId? AuthorId { get; init; }

    /// <summary>The text as safe HTML.</summary>
    public required string Html { get; init; }

    /// <summary>Returns the part of a stored block that readers may know.</summary>
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
