using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.SmartyPants;

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
            .UseSmartyPants(Typography());
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

    // Characters, not entities: what is written is also what plain text, feeds and search see.
    private static SmartyPantOptions Typography()
    {
        var options = new SmartyPantOptions();
        foreach (var type in Enum.GetValues<SmartyPantType>())
        {
            options.Mapping[type] = Character(type);
        }

        return options;
    }

    public static string Character(SmartyPantType type) => type switch
    {
        SmartyPantType.Quote => "'",
        SmartyPantType.LeftQuote => "‘",
        SmartyPantType.RightQuote => "’",
        SmartyPantType.DoubleQuote => "\"",
        SmartyPantType.LeftDoubleQuote => "“",
        SmartyPantType.RightDoubleQuote => "”",
        SmartyPantType.LeftAngleQuote => "«",
        SmartyPantType.RightAngleQuote => "»",
        SmartyPantType.Ellipsis => "…",
        SmartyPantType.Dash2 => "–",
        SmartyPantType.Dash3 => "—",
        _ => "",
    };
}
