using System.Globalization;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BlogKit.Internal;

/// <summary>The built-in <see cref="IMarkdownRenderer"/>: Markdig parses, and each profile has its own writer.</summary>
internal sealed class MarkdigRenderer : IMarkdownRenderer
{
    // Raise with every change that gives other output for the same input.
    private const int Revision = 5;

    private readonly RenderingOptions _options;
    private readonly LinkTargets _links;
    private readonly MarkdownPipeline _comments;
    private readonly MarkdownPipeline _commentsWithBareUrls;
    private readonly MarkdownPipeline _posts;
    private readonly MarkdownPipeline _postsWithHtml;
    private readonly CommentWriterPool _writers;

    /// <summary>Reads the options once and builds the parsers, which are then shared by all threads.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public MarkdigRenderer(RenderingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require(options.ConfigurationVersion >= 0, nameof(options.ConfigurationVersion));
        Require(options.MaximumNesting is >= 1 and <= 100, nameof(options.MaximumNesting));
        Require(options.MaximumDelimiters >= 1, nameof(options.MaximumDelimiters));
        Require(options.MaximumReferences >= 0, nameof(options.MaximumReferences));
        Require(options.MaximumUrlLength >= 1, nameof(options.MaximumUrlLength));
        Require(options.MaximumTableCells >= 0, nameof(options.MaximumTableCells));
        Require(IsAnchorPrefix(options.AnchorPrefix), nameof(options.AnchorPrefix));

        _options = options;
        _links = new LinkTargets([.. options.AllowedSchemes], options.MaximumUrlLength);
        _comments = CommentPipeline.Build(options, linksBareUrls: false);
        _commentsWithBareUrls = CommentPipeline.Build(options, linksBareUrls: true);
        _posts = PostPipeline.Build(options, allowRawHtml: false);
        _postsWithHtml = PostPipeline.Build(options, allowRawHtml: true);
        var smilies = new SmileyTable(options.Smilies.AsReadOnly());
        _writers = new CommentWriterPool(() => new CommentWriter(_links, smilies));
        Version = RendererVersion.Of(Revision, options);
    }

    /// <inheritdoc/>
    public int Version { get; }

    /// <inheritdoc/>
    public RenderedComment RenderComment(string markdown, CommentRendering rendering)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        ArgumentNullException.ThrowIfNull(rendering);

        markdown = InputText.Clean(markdown);
        if (TryParse(
            markdown, BareUrlParser.IsNeededFor(markdown) ? _commentsWithBareUrls : _comments, CancellationToken.None) is not { } document)
        {
            return PlainComment(markdown);
        }

        var writer = _writers.Rent();
        try
        {
            return writer.Write(document, rendering, markdown) ?? PlainComment(markdown);
        }
        finally
        {
            _writers.Return(writer);
        }
    }

    /// <inheritdoc/>
    public RenderedPost RenderPost(string markdown, PostRendering rendering)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        ArgumentNullException.ThrowIfNull(rendering);
        ArgumentOutOfRangeException.ThrowIfLessThan(rendering.ExcerptLength, 1, nameof(rendering));
        var prefix = rendering.AnchorPrefix ?? _options.AnchorPrefix;
        if (!IsAnchorPrefix(prefix))
        {
            throw new ArgumentException(
                $"{nameof(PostRendering)}.{nameof(rendering.AnchorPrefix)} may hold letters, digits, hyphens and underscores only.",
                nameof(rendering));
        }

        markdown = InputText.Clean(markdown);
        var pipeline = rendering.AllowRawHtml ? _postsWithHtml : _posts;
        if (TryParse(markdown, pipeline, rendering.CancellationToken) is not { } document)
        {
            return PlainPost(MoreMarker.Remove(markdown), rendering);
        }

        FigureTransform.Apply(document);
        var marks = QuotationMarks.For(rendering.Language);
        var anchors = new HeadingAnchors(prefix);
        if (rendering.AllowRawHtml)
        {
            RawHtmlIds.Move(document, anchors);
        }

        var text = PostReading.Read(
            document, anchors, marks, rendering.AllowRawHtml ? null : _links, rendering.ExcerptLength, rendering.CancellationToken);
        if (text.IsTooDeep)
        {
            return PlainPost(MoreMarker.Remove(markdown), rendering);
        }

        TableTransform.Apply(document);
        TaskTransform.Apply(document);
        TextDirections.Apply(document, markdown);
        var plainText = text.Text;
        var html = Html(document, pipeline, markdown.Length, prefix, isExcerpt: false);
        var (excerptHtml, excerptText) = text.Marker is null
            ? ByLength(text.ForExcerpt, rendering.ExcerptLength)
            : ByMarker(document, text, pipeline, markdown.Length, marks, rendering.CancellationToken);
        return new RenderedPost
        {
            Html = html,
            PlainText = plainText,
            ExcerptHtml = excerptHtml,
            ExcerptText = excerptText,
            Headings = text.Headings,
            WordCount = WordCounter.Count(plainText),
        };
    }

    private static void Require(bool isInRange, string option)
    {
        if (!isInRange)
        {
            throw new ArgumentException($"{nameof(RenderingOptions)}.{option} is out of its range.", nameof(option));
        }
    }

    private static bool IsAnchorPrefix(string prefix) => prefix.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private MarkdownDocument? TryParse(string markdown, MarkdownPipeline pipeline, CancellationToken cancellationToken)
    {
        if (markdown.AsSpan().Count("]:") > _options.MaximumReferences)
        {
            return null;
        }

        try
        {
            return MarkdownParser.Parse(markdown, pipeline, RenderingWatch.Context(cancellationToken));
        }
        catch (ArgumentException)
        {
            // How Markdig says that a text is nested too deeply; the bounded parsers leave few ways to get there.
            return null;
        }
    }

    private string Html(MarkdownDocument document, MarkdownPipeline pipeline, int sourceLength, string anchorPrefix, bool isExcerpt)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new PostHtmlRenderer(writer, pipeline, _links, sourceLength) { IsExcerpt = isExcerpt, AnchorPrefix = anchorPrefix };
        renderer.Render(document);
        return writer.ToString();
    }

    private static (string Html, string Text) ByLength(string text, int length)
    {
        var excerpt = Excerpt.Cut(text, length);
        return (Paragraph(excerpt), excerpt);
    }

    private (string Html, string Text) ByMarker(
        MarkdownDocument document,
        PostReading whole,
        MarkdownPipeline pipeline,
        int sourceLength,
        QuotationMarks marks,
        CancellationToken cancellationToken)
    {
        // The whole text has been written, so the tree may be pruned: what follows the marker, and the anchors, which belong to the post's
        // own page.
        RemoveFrom(whole.Marker!);
        var before = PostReading.Read(
            document, new HeadingAnchors(""), marks, untrustedAttributes: null, int.MaxValue - Excerpt.LookAhead - 1, cancellationToken);
        foreach (var node in document.Descendants())
        {
            if (Markdig.Renderers.Html.HtmlAttributesExtensions.TryGetAttributes(node) is { } attributes)
            {
                attributes.Id = null;
            }
        }

        return (Html(document, pipeline, sourceLength, "", isExcerpt: true), before.ForExcerpt.Trim());
    }

    private static void RemoveFrom(MarkdownObject marker)
    {
        var block = marker as Block;
        if (marker is Inline inline)
        {
            for (Inline? at = inline; at is not null; at = at.Parent)
            {
                while (at.NextSibling is { } next)
                {
                    next.Remove();
                }

                block = (at as ContainerInline)?.ParentBlock ?? block;
            }
        }

        for (; block?.Parent is { } parent; block = parent)
        {
            while (!ReferenceEquals(parent[^1], block))
            {
                parent.RemoveAt(parent.Count - 1);
            }
        }
    }

    private static RenderedComment PlainComment(string text) => new() { Html = PlainParagraphs.ToHtml(text), PlainText = text.Trim() };

    private static RenderedPost PlainPost(string text, PostRendering rendering)
    {
        var collapsed = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        var excerpt = Excerpt.Cut(collapsed, rendering.ExcerptLength);
        return new RenderedPost
        {
            Html = PlainParagraphs.ToHtml(text),
            PlainText = text.Trim(),
            ExcerptHtml = Paragraph(excerpt),
            ExcerptText = excerpt,
            Headings = [],
            WordCount = WordCounter.Count(text),
        };
    }

    private static string Paragraph(string text)
    {
        if (text.Length == 0)
        {
            return "";
        }

        var html = new HtmlTextWriter();
        html.Markup("<p>");
        html.Text(text);
        html.Markup("</p>\n");
        return html.ToString();
    }
}
