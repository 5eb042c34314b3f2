using BlogKit.Internal;

namespace BlogKit.Rendering.Tests;

/// <summary>Renderers and shorthands shared by the tests; a renderer is safe for concurrent use.</summary>
internal static class Render
{
    public static IMarkdownRenderer Default { get; } = new MarkdigRenderer(new RenderingOptions());

    public static RenderedComment Comment(string markdown) => Default.RenderComment(markdown, CommentRendering.Default);

    public static RenderedPost Post(string markdown, int excerptLength = 280) =>
        Default.RenderPost(markdown, new PostRendering { ExcerptLength = excerptLength });

    public static RenderedPost PostWithHtml(string markdown) => Default.RenderPost(markdown, new PostRendering { AllowRawHtml = true });
}
