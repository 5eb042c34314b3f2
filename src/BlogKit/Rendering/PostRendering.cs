namespace BlogKit;

/// <summary>The settings for rendering an author's text.</summary>
public sealed record PostRendering
{
    /// <summary>Whether raw HTML passes. Default false: it is shown as text. Set only for authors trusted with markup.</summary>
    public bool AllowRawHtml { get; init; }

    /// <summary>
    /// The longest excerpt taken when the text has no <c>&lt;!--more--&gt;</c> marker, in characters of plain text. Default 280; at least
    /// 1.
    /// </summary>
    public int ExcerptLength { get; init; } = 280;

    /// <summary>
    /// The language of the text as a BCP 47 tag: quotation marks are written in its way. Null (the default), or one that is not known,
    /// means English.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>
    /// The prefix of every anchor's name, for a text that stands on a page beside others. Null (the default) takes
    /// <see cref="RenderingOptions.AnchorPrefix"/>. Letters, digits, hyphens and underscores only.
    /// </summary>
    public string? AnchorPrefix { get; init; }

    /// <summary>A token that ends the rendering with an <see cref="OperationCanceledException"/>. Default never.</summary>
    public CancellationToken CancellationToken { get; init; }
}
