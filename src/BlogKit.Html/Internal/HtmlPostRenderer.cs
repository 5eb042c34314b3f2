using System.Globalization;
using BlogKit.Internal;

namespace BlogKit.Html.Internal;

/// <summary>Renders posts that are written in HTML by cleaning them.</summary>
internal sealed class HtmlPostRenderer : IHtmlPostRenderer
{
    // Raise with every change that gives other output for the same input.
    private const int Revision = 1;

    private readonly PostHtml _html;
    private readonly string _anchorPrefix;

    public HtmlPostRenderer(PostHtml html, HtmlOptions options, string anchorPrefix)
    {
        _html = html;
        _anchorPrefix = anchorPrefix;
        Version = ConfiguredVersion.Of(Revision, Describe(options, anchorPrefix), Describe(new HtmlOptions(), ""));
    }

    public int Version { get; }

    public Result<RenderedPost> RenderPost(string html, PostRendering rendering)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(rendering);
        ArgumentOutOfRangeException.ThrowIfLessThan(rendering.ExcerptLength, 1, nameof(rendering));
        var blocks = _html.ReadClean(html, rendering.CancellationToken);
        return blocks.Succeeded
            ? PostDocument.Render(blocks.Value, rendering.AnchorPrefix ?? _anchorPrefix, rendering.ExcerptLength)
            : blocks.Errors;
    }

    public string? FindMarkdown(string html, PostRendering rendering)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(rendering);

        // What is compared is what readers see: the cleaned document, whoever the authors are.
        return _html.ToMarkdown(html, rendering with { AllowRawHtml = false }, rendering.CancellationToken) is
        { Succeeded: true, Value: { IsEqual: true, Markdown: var markdown } }
            ? markdown
            : null;
    }

    private static string Describe(HtmlOptions options, string anchorPrefix) => string.Create(
        CultureInfo.InvariantCulture,
        $"{options.MaximumLength}|{options.MaximumElements}|{options.MaximumDepth}|{options.MaximumAttributes}|"
        + $"{string.Join(',', options.AllowedSchemes.Order(StringComparer.Ordinal))}|"
        + $"{string.Join(',', options.FrameHosts.Order(StringComparer.Ordinal))}|{anchorPrefix}");
}
