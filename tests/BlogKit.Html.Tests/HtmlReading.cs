using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Html.Tests;

/// <summary>What the tests read HTML with.</summary>
internal sealed class HtmlReading
{
    public static PostHtml Html { get; } = Make();

    public static IMarkdownRenderer Renderer { get; } =
        new ServiceCollection().AddBlogKit().UseInMemory().Services.BuildServiceProvider().GetRequiredService<IMarkdownRenderer>();

    public static PostRendering Author { get; } = new();

    public static PostRendering Editor { get; } = new() { AllowRawHtml = true };

    public static PostHtml Make(Action<HtmlOptions>? configure = null) =>
        new ServiceCollection()
            .AddBlogKit()
            .UseInMemory()
            .AddHtml(configure).Services
            .BuildServiceProvider()
            .GetRequiredService<PostHtml>();

    public static string Clean(string html) => Html.Clean(html).Value.Html.Trim();

    public static ConvertedHtml Convert(string html) => Html.ToMarkdown(html, Author).Value;

    /// <summary>What an author's readers see.</summary>
    public static string Shown(string html) => Renderer.RenderPost(Convert(html).Markdown, Author).Html;
}
