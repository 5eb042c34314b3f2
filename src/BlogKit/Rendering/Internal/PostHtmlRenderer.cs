using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;

namespace BlogKit.Internal;

/// <summary>Markdig's HTML renderer with checked links, figures and no markup for what an excerpt cannot hold. One per rendering.</summary>
internal sealed class PostHtmlRenderer : HtmlRenderer
{
    private const long FreeReferenceCharacters = 100_000;
    private long _referenceCharacters;

    public PostHtmlRenderer(TextWriter writer, MarkdownPipeline pipeline, LinkTargets links, int sourceLength)
        : base(writer)
    {
        Links = links;
        _referenceCharacters = Math.Max(FreeReferenceCharacters, sourceLength);
        pipeline.Setup(this);
        ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new PostLinkRenderer());
        ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new PostAutolinkRenderer());
        ObjectRenderers.ReplaceOrAdd<HtmlFootnoteLinkRenderer>(new PostFootnoteLinkRenderer());
        ObjectRenderers.ReplaceOrAdd<HtmlFootnoteGroupRenderer>(new PostFootnoteGroupRenderer());
        ObjectRenderers.ReplaceOrAdd<FigureRenderer>(new FigureRenderer());
        ObjectRenderers.ReplaceOrAdd<TaskLabelRenderer>(new TaskLabelRenderer());
    }

    public LinkTargets Links { get; }

    /// <summary>
    /// Whether an excerpt is being written: it stands beside others on a page, without footnotes, so it has no links to them.
    /// </summary>
    public bool IsExcerpt { get; init; }

    /// <summary>What is put before the name of every anchor.</summary>
    public string AnchorPrefix { get; init; } = "";

    public int LinkDepth { get; set; }

    /// <summary>
    /// A short reference repeated can stand for a long target: false once all of them together are longer than any honest text needs.
    /// </summary>
    public bool TrySpend(int characters)
    {
        _referenceCharacters -= characters;
        return _referenceCharacters >= 0;
    }
}
