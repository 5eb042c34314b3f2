namespace BlogKit;

/// <summary>The result of rendering a post.</summary>
public sealed record RenderedPost
{
    /// <summary>The whole text as HTML, ready to be put into a page.</summary>
    public required string Html { get; init; }

    /// <summary>The whole text without markup, for search, feeds and counting. Never contains HTML entities.</summary>
    public required string PlainText { get; init; }

    /// <summary>
    /// The beginning as HTML: what stands before the <c>&lt;!--more--&gt;</c> marker, or else the first
    /// <see cref="PostRendering.ExcerptLength"/> characters of plain text as one paragraph, cut between words. Well-formed.
    /// An excerpt by length passes over figures and footnotes; one by marker holds no anchors and no links to footnotes.
    /// </summary>
    public required string ExcerptHtml { get; init; }

    /// <summary>The excerpt without markup, for descriptions and lists; ends in "…" where it was cut by length.</summary>
    public required string ExcerptText { get; init; }

    /// <summary>The headings in order, for a table of contents.</summary>
    public required ImmutableArray<Heading> Headings { get; init; }

    /// <summary>The number of words; in scripts without spaces, every ideograph or syllable counts as one.</summary>
    public required int WordCount { get; init; }
}
