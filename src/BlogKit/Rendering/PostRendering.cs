namespace BlogKit;

/// <summary>How one author's text is to be rendered.</summary>
public sealed record PostRendering
{
    /// <summary>Whether raw HTML passes. Default false: it is shown as text. Set only for authors trusted with markup.</summary>
    public bool AllowRawHtml { get; init; }

    /// <summary>
    /// The longest excerpt taken when the text has no <c>&lt;!--more--&gt;</c> marker, in characters of plain text. Default 280; at least 1.
    /// </summary>
    public int ExcerptLength { get; init; } = 280;
}
