using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace BlogKit.Internal;

/// <summary>
/// Puts the bounded parsers in the place of Markdig's own. It comes last, when every other extension has made its changes to them.
/// </summary>
internal sealed class BoundingExtension(RenderingOptions options, bool linksBareUrls = true) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        for (var i = 0; i < pipeline.InlineParsers.Count; i++)
        {
            pipeline.InlineParsers[i] = pipeline.InlineParsers[i] switch
            {
                EmphasisInlineParser emphasis => new BoundedEmphasisParser(emphasis, options.MaximumDelimiters),
                CodeInlineParser => new BoundedCodeParser(),
                AutolinkInlineParser autolink => new BoundedAutolinkParser(autolink),
                LinkInlineParser link => new BoundedLinkParser(link, options.MaximumDelimiters, options.MaximumUrlLength),
                PipeTableParser table => new BoundedTableParser(
                    table.Options, pipeline.InlineParsers.FindExact<LineBreakInlineParser>()!, options.MaximumTableCells),
                var other => other,
            };
        }

        for (var i = 0; i < pipeline.BlockParsers.Count; i++)
        {
            pipeline.BlockParsers[i] = pipeline.BlockParsers[i] switch
            {
                QuoteBlockParser => new BoundedQuoteParser(options.MaximumNesting),
                ListBlockParser list => Bounded(list),
                ParagraphBlockParser paragraph => new BoundedParagraphParser { ParseSetextHeadings = paragraph.ParseSetextHeadings },
                CustomContainerParser => new BoundedContainerParser(options.MaximumNesting),
                var other => other,
            };
        }

        pipeline.BlockParsers.Insert(0, new RenderingWatch());
        if (linksBareUrls)
        {
            pipeline.InlineParsers.Insert(0, new BareUrlParser(options.MaximumUrlLength));
        }
    }

    public void Setup(MarkdownPipeline pipeline, Markdig.Renderers.IMarkdownRenderer renderer)
    {
    }

    private BoundedListParser Bounded(ListBlockParser original)
    {
        var bounded = new BoundedListParser(options.MaximumNesting);
        bounded.ItemParsers.Clear();
        bounded.ItemParsers.AddRange(original.ItemParsers);
        return bounded;
    }
}
