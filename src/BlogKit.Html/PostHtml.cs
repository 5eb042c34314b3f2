using AngleSharp.Dom;
using BlogKit.Html.Internal;

namespace BlogKit.Html;

/// <summary>
/// Reads HTML that programs and other systems wrote, for posts. Nothing is fetched, no script runs, no document type is read. Thread-safe;
/// time and memory are linear in the input, which is bounded in length, elements, attributes and depth before anything else looks at it:
/// HTML over a bound of <see cref="HtmlOptions"/> is refused with an error that names the bound.
/// </summary>
public sealed class PostHtml
{
    private readonly IMarkdownRenderer _renderer;
    private readonly BoundedParser _parser;
    private readonly WebAddress _addresses;
    private readonly ImmutableArray<string> _frameHosts;
    private readonly SecondOpinion _second;

    /// <summary>Creates it with the options, which are read once.</summary>
    /// <param name="renderer">Renders posts; what Markdown becomes is asked of it.</param>
    /// <param name="options">The bounds.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public PostHtml(IMarkdownRenderer renderer, HtmlOptions options)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(options);
        if (options.MaximumLength < 1
            || options.MaximumElements < 1
            || options.MaximumAttributes < 1
            || options.MaximumDepth is < 1 or > 200)
        {
            throw new ArgumentException("A bound of HtmlOptions is out of its range.", nameof(options));
        }

        _renderer = renderer;
        _parser = new BoundedParser(options);
        _addresses = new WebAddress(options.AllowedSchemes);
        _frameHosts = [.. options.FrameHosts];
        _second = new SecondOpinion(options.AllowedSchemes);
    }

    /// <summary>
    /// Removes everything that a post may not hold: what stays is on a list of elements and attributes, and every address has an allowed
    /// scheme or none.
    /// </summary>
    /// <param name="html">A fragment or a document; of that, the body.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Result<CleanedHtml> Clean(string html, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (Read(html, cancellationToken, out var removed, out var error) is not { } blocks)
        {
            return error!;
        }

        return new CleanedHtml(_second.Of(HtmlWriter.Write(blocks), cancellationToken), removed);
    }

    /// <summary>Converts HTML to the text a reader sees: every block on a line of its own, without pictures.</summary>
    /// <param name="html">A fragment or a document.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Result<string> ToPlainText(string html, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(html);
        return Read(html, cancellationToken, out _, out var error) is { } blocks ? TreeText.Of(blocks) : error!;
    }

    /// <summary>
    /// Converts HTML to Markdown. Where raw HTML may not be used, the HTML is cleaned first, and what Markdown has no word for gives way to
    /// its text. Where it may (<see cref="PostRendering.AllowRawHtml"/>), nothing is cleaned: a block whose Markdown renders to the very
    /// same block becomes Markdown, every other stays HTML.
    /// </summary>
    /// <param name="html">A fragment or a document.</param>
    /// <param name="rendering">How the post will be rendered.</param>
    /// <param name="cancellationToken">Ends the conversion.</param>
    public Result<ConvertedHtml> ToMarkdown(string html, PostRendering rendering, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(rendering);
        rendering = rendering with { CancellationToken = cancellationToken };
        return rendering.AllowRawHtml ? Keep(html, rendering) : Convert(html, rendering);
    }

    /// <summary>
    /// Returns whether two texts of HTML are one document: for a post in which raw HTML may be used as they stand, else once they are
    /// cleaned. False for HTML over a bound.
    /// </summary>
    /// <param name="html">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="rendering">How the post is rendered.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public bool AreEqual(string html, string other, PostRendering rendering, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(rendering);
        return Form(html, rendering.AllowRawHtml, cancellationToken) is { } form
            && string.Equals(form, Form(other, rendering.AllowRawHtml, cancellationToken), StringComparison.Ordinal);
    }

    /// <summary>
    /// Converts plain text to Markdown that shows it as it is: every line, and nothing in it a mark, a smiley or a mention.
    /// </summary>
    /// <param name="text">The text.</param>
    public static string FromPlainText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PlainMarkdown.Of(text);
    }

    /// <summary>What <see cref="Clean"/> lets through, as a tree.</summary>
    internal Result<List<TreeNode>> ReadClean(string html, CancellationToken cancellationToken)
    {
        if (Read(html, cancellationToken, out _, out var error) is not { } blocks)
        {
            return error!;
        }

        var written = HtmlWriter.Write(blocks);
        var clean = _second.Of(written, cancellationToken);
        if (ReferenceEquals(clean, written))
        {
            return blocks;
        }

        // The other library took something out: what it left is what counts.
        using var document = BoundedParser.ParseOwn(clean, cancellationToken);
        return new TreeReader(_addresses, _frameHosts).Read(document.Body!);
    }

    private string? Form(string html, bool isExact, CancellationToken cancellationToken)
    {
        if (!isExact)
        {
            return Read(html, cancellationToken, out _, out _) is { } blocks ? HtmlWriter.ForComparison(blocks) : null;
        }

        using var document = _parser.Parse(html, cancellationToken, out _);
        return document is null ? null : ExactForm.Of(document.Body!.ChildNodes);
    }

    private List<TreeNode>? Read(string html, CancellationToken cancellationToken, out ImmutableArray<string> removed, out BlogError? error)
    {
        removed = [];
        using var document = _parser.Parse(html, cancellationToken, out error);
        if (document is null)
        {
            return null;
        }

        var reader = new TreeReader(_addresses, _frameHosts);
        var blocks = reader.Read(document.Body!);
        removed = [.. reader.Removed];
        return blocks;
    }

    private Result<ConvertedHtml> Convert(string html, PostRendering rendering)
    {
        if (Read(html, rendering.CancellationToken, out var removed, out var error) is not { } blocks)
        {
            return error!;
        }

        var markdown = string.Join("\n\n", Units(blocks).Select(unit => BestOf(unit, rendering)).Where(static text => text.Length > 0));
        var after = Rendered(markdown, rendering);
        var isAlike = string.Equals(HtmlWriter.ForComparison(blocks), HtmlWriter.ForComparison(after), StringComparison.Ordinal);
        ImmutableArray<string> parts = [.. LinkedParts.Missing(blocks, after)];
        var lost = parts.Concat(isAlike ? [] : TreeNames.Missing(blocks, after));
        return new ConvertedHtml(
            markdown,
            isAlike && parts.IsEmpty,
            [.. lost.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            removed);
    }

    // Lists side by side are written with different marks, so they are one piece of work.
    private static IEnumerable<List<TreeNode>> Units(List<TreeNode> blocks)
    {
        List<TreeNode> unit = [];
        foreach (var block in blocks)
        {
            if (unit.Count > 0
                && !(unit[^1] is ElementNode before && before.Is("ul", "ol") && block is ElementNode next && next.Is("ul", "ol")))
            {
                yield return unit;
                unit = [];
            }

            unit.Add(block);
        }

        if (unit.Count > 0)
        {
            yield return unit;
        }
    }

    private string BestOf(List<TreeNode> unit, PostRendering rendering)
    {
        var wanted = HtmlWriter.ForComparison(unit);
        var text = TreeText.Of(unit);
        string? best = null;
        var last = "";
        foreach (var style in Enum.GetValues<MarkdownStyle>())
        {
            last = new BlockMarkdown(style).WriteAll(unit);
            var rendered = Rendered(last, rendering);
            if (string.Equals(HtmlWriter.ForComparison(rendered), wanted, StringComparison.Ordinal))
            {
                return last;
            }

            best ??= text.Length == 0 || string.Equals(TreeText.Of(rendered), text, StringComparison.Ordinal) ? last : null;
        }

        return best ?? last;
    }

    private List<TreeNode> Rendered(string markdown, PostRendering rendering)
    {
        using var document = BoundedParser.ParseOwn(_renderer.RenderPost(markdown, rendering).Html, rendering.CancellationToken);
        return new TreeReader(_addresses, _frameHosts).Read(document.Body!);
    }

    private Result<ConvertedHtml> Keep(string html, PostRendering rendering)
    {
        using var document = _parser.Parse(html, rendering.CancellationToken, out var error);
        if (document is null)
        {
            return error!;
        }

        var written = new List<string>();
        var line = new List<INode>();
        string? behind = null;
        foreach (var node in document.Body!.ChildNodes.ToArray())
        {
            if (node is IComment comment && MoreNode.IsMarker(comment.Data))
            {
                Close();
                written.Add(MoreNode.Markup);
            }
            else if (RawBlocks.IsBlock(node) || (node is IComment && line.Count == 0))
            {
                Close();
                var isBehindList = behind is not null
                    && node is IElement list
                    && list.LocalName is "ul" or "ol"
                    && string.Equals(list.LocalName, behind, StringComparison.Ordinal);
                written.Add(KeepBlock([node], rendering, isBehindList));
                behind = !isBehindList && node is IElement { LocalName: "ul" or "ol" } next ? next.LocalName : null;
            }
            else if (line.Count > 0 || node is not IText { Data: var text } || !string.IsNullOrWhiteSpace(text))
            {
                line.Add(node);
            }
        }

        Close();
        return new ConvertedHtml(string.Join("\n\n", written), IsEqual: true, [], []);

        void Close()
        {
            if (line.Count > 0)
            {
                written.Add(KeepBlock([.. line], rendering, isBehindList: false));
                line.Clear();
                behind = null;
            }
        }
    }

    private string KeepBlock(INode[] nodes, PostRendering rendering, bool isBehindList)
    {
        var isBlock = nodes is [IElement only] && RawBlocks.IsBlock(only);
        var wanted = isBlock ? ExactForm.Of(nodes) : $"<p>\u0001{ExactForm.Of(nodes).Trim(' ')}</p>\u0001";
        var reader = new TreeReader(_addresses, _frameHosts);
        var source = new List<TreeNode>(reader.ReadAll(nodes));
        if (source.Count > 0 && reader.Removed.Count == 0)
        {
            foreach (var style in new[] { MarkdownStyle.Readable, MarkdownStyle.OtherMarks })
            {
                var markdown = new BlockMarkdown(style) { IsBehindList = isBehindList }.WriteAll(source);
                using var rendered = BoundedParser.ParseOwn(_renderer.RenderPost(markdown, rendering).Html, rendering.CancellationToken);
                if (string.Equals(ExactForm.Of(rendered.Body!.ChildNodes), wanted, StringComparison.Ordinal))
                {
                    return markdown;
                }
            }
        }

        return RawBlocks.Write(nodes);
    }
}
