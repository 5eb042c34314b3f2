using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace BlogKit.Internal;

/// <summary>The authors' profile as a Markdig pipeline.</summary>
internal static class PostPipeline
{
    public static MarkdownPipeline Build(RenderingOptions options, bool allowRawHtml)
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = 128 }
            .UseYamlFrontMatter()
            .UsePipeTables()
            .UseGridTables()
            .UseTaskLists()
            .UseFootnotes()
            .UseFigures()
            .UseDefinitionLists()
            .UseCustomContainers()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseEmojiAndSmiley(enableSmileys: false)
            .UseSmartyPants();
        if (!allowRawHtml)
        {
            builder.DisableHtml();
        }

        builder.BlockParsers.Insert(0, new MoreBlockParser());
        builder.InlineParsers.Insert(0, new MoreInlineParser());
        options.ConfigurePosts?.Invoke(builder);
        builder.Extensions.Add(new BoundingExtension(options));
        return builder.Build();
    }
}
