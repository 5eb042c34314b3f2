using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace BlogKit.Internal;

/// <summary>The commenters' profile as a Markdig pipeline; it only parses, <see cref="CommentWriter"/> writes.</summary>
internal static class CommentPipeline
{
    public static MarkdownPipeline Build(RenderingOptions options, bool linksBareUrls)
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = 128 }
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .DisableHtml();
        builder.Extensions.Add(new BoundingExtension(options, linksBareUrls));
        return builder.Build();
    }
}
