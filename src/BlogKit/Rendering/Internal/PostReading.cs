using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.SmartyPants;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Extensions.Yaml;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BlogKit.Internal;

/// <summary>
/// One walk over an author's syntax tree: its text, the text for an excerpt, its headings with their anchors, and the excerpt marker.
/// </summary>
internal sealed class PostReading
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _excerpt = new();
    private readonly ImmutableArray<Heading>.Builder _headings = ImmutableArray.CreateBuilder<Heading>();
    private readonly HeadingAnchors _anchors;
    private readonly Typography _typography;
    private readonly CancellationToken _cancellationToken;
    private readonly List<LinkInline> _fragments = [];
    private readonly LinkTargets? _untrustedAttributes;
    private readonly int _excerptCapacity;
    private int _passedOver;
    private int _depth;

    private PostReading(
        HeadingAnchors anchors,
        QuotationMarks marks,
        LinkTargets? untrustedAttributes,
        int excerptLength,
        CancellationToken cancellationToken)
    {
        _anchors = anchors;
        _typography = new Typography(marks);
        _cancellationToken = cancellationToken;
        _untrustedAttributes = untrustedAttributes;
        _excerptCapacity = (int)Math.Min(int.MaxValue - 1, (long)excerptLength + Excerpt.LookAhead);
    }

    public string Text => _text.ToString().Trim();

    /// <summary>
    /// The beginning of the text on one line, long enough to be cut: what is said in sentences, without pictures, headings, code blocks and
    /// footnotes. A text that has nothing else is taken as it is.
    /// </summary>
    public string ForExcerpt
    {
        get
        {
            if (_excerpt.Length == 0)
            {
                _passedOver = 0;
                Collapse(Text);
            }

            return _excerpt.ToString();
        }
    }

    public ImmutableArray<Heading> Headings => _headings.ToImmutable();

    /// <summary>Whether the text is nested too deeply to be written; nothing else here is then of use.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>The first excerpt marker, or null.</summary>
    public MarkdownObject? Marker { get; private set; }

    /// <summary>Walks the tree once, giving its headings their anchors.</summary>
    /// <param name="document">What to walk.</param>
    /// <param name="anchors">Where anchors come from.</param>
    /// <param name="marks">How the text's language quotes.</param>
    /// <param name="untrustedAttributes">Checks attributes that extensions put on elements; null where raw HTML is allowed anyway.</param>
    /// <param name="excerptLength">How much text an excerpt may need.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public static PostReading Read(
        MarkdownDocument document,
        HeadingAnchors anchors,
        QuotationMarks marks,
        LinkTargets? untrustedAttributes,
        int excerptLength,
        CancellationToken cancellationToken)
    {
        var reader = new PostReading(anchors, marks, untrustedAttributes, excerptLength, cancellationToken);
        reader.Blocks(document);
        foreach (var link in reader._fragments)
        {
            link.Url = anchors.Moved(link.Url![1..]) is { } anchor ? $"#{anchor}" : link.Url;
        }

        return reader;
    }

    private void Blocks(ContainerBlock container)
    {
        if (++_depth > SyntaxDepth.Maximum)
        {
            IsTooDeep = true;
            return;
        }

        for (var i = 0; i < container.Count; i++)
        {
            Block(container[i]);
        }

        _depth--;
    }

    private void Block(Block block)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        CheckAttributes(block);
        CheckId(block);
        _typography.Start();
        switch (block)
        {
            case MoreBlock:
                Marker ??= block;
                break;
            case YamlFrontMatterBlock or LinkReferenceDefinitionGroup or LinkReferenceDefinition or BlankLineBlock:
                break;
            case HeadingBlock heading:
                HeadingText(heading);
                break;
            case FigureBlock figure:
                _passedOver++;
                Inlines(figure.Picture);
                Append("\n");
                Append(figure.Caption);
                Append(figure.Caption is null ? "" : "\n");
                Inlines(figure.Inline);
                _passedOver--;
                Separate("\n\n");
                break;
            case HtmlBlock html:
                RawHtml(html.Lines.ToString());
                Separate("\n\n");
                break;
            case CodeBlock code:
                _passedOver++;
                Append(code.Lines.ToString());
                _passedOver--;
                Separate("\n\n");
                break;
            case LeafBlock leaf:
                Inlines(leaf.Inline);
                Separate(leaf.Parent is TableCell ? "\t" : "\n\n");
                break;
            case FootnoteGroup notes:
                _passedOver++;
                Blocks(notes);
                _passedOver--;
                break;
            case TableRow row:
                Blocks(row);
                Separate("\n");
                break;
            case ContainerBlock inner:
                Blocks(inner);
                break;
        }
    }

    private void RawHtml(string html)
    {
        _text.Append(HtmlText.Of(html));
        if (_passedOver == 0)
        {
            Collapse(HtmlText.Sentences(html));
        }
    }

    private void HeadingText(HeadingBlock heading)
    {
        var start = _text.Length;
        _passedOver++;
        Inlines(heading.Inline);
        _passedOver--;
        var text = _text.ToString(start, _text.Length - start).Trim();
        var attributes = heading.GetAttributes();
        attributes.Id = _anchors.Add(string.IsNullOrEmpty(attributes.Id) ? text : attributes.Id);
        _headings.Add(new Heading(heading.Level, text, attributes.Id));
        Separate("\n\n");
    }

    private void Inlines(ContainerInline? container)
    {
        if (++_depth > SyntaxDepth.Maximum)
        {
            IsTooDeep = true;
            return;
        }

        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is DelimiterInline unclosed)
            {
                inline = SyntaxDepth.Flatten(unclosed);
            }

            CheckAttributes(inline);
            CheckId(inline);
            switch (inline)
            {
                case MoreInline:
                    Marker ??= inline;
                    break;
                case LiteralInline literal:
                    if (IsAutoLinkText(literal))
                    {
                        _typography.Pass(literal.Content.AsSpan());
                    }
                    else
                    {
                        _typography.Apply(literal);
                    }

                    Append(_text.Length == 0 || _text[^1] == '\n' ? literal.Content.AsSpan().TrimStart() : literal.Content.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    _typography.Pass(entity.Transcoded.AsSpan());
                    Append(entity.Transcoded.AsSpan());
                    break;
                case SmartyPant mark:
                    var written = _typography.Replace(mark, IsAutoLinkText(mark));
                    inline = written;
                    Append(written.Content.AsSpan());
                    break;
                case CodeInline code:
                    _typography.Pass('x');
                    Append(code.ContentSpan);
                    break;
                case AutolinkInline link:
                    _typography.Pass('x');
                    Append(link.Url);
                    break;
                case LineBreakInline:
                    _typography.Pass('\n');
                    Append("\n");
                    break;
                case HtmlInline tag when tag.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    _typography.Pass('\n');
                    Append("\n");
                    break;
                case LinkInline { IsImage: true } picture:
                    Picture(picture);
                    break;
                case LinkInline { Url: ['#', _, ..] } link:
                    _fragments.Add(link);
                    Inlines(link);
                    break;
                case TaskList or FootnoteLink:
                    break;
                case ContainerInline inner:
                    Inlines(inner);
                    break;
            }
        }

        _depth--;
    }

    private static bool IsAutoLinkText(Inline inline) => inline.Parent is LinkInline { IsAutoLink: true };

    // A picture's description says what is seen, not what is written: it stands apart, and not in an excerpt.
    private void Picture(LinkInline picture)
    {
        if (_text.Length > 0 && !char.IsWhiteSpace(_text[^1]))
        {
            Append(" ");
        }

        var start = _text.Length;
        _passedOver++;
        Inlines(picture);
        _passedOver--;
        if (_text.Length > start
            && picture.NextSibling is LiteralInline { Content: { IsEmpty: false, CurrentChar: var next } }
            && char.IsLetterOrDigit(next))
        {
            Append(" ");
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        _text.Append(text);
        if (_passedOver == 0)
        {
            Collapse(text);
        }
    }

    private void Collapse(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (_excerpt.Length >= _excerptCapacity)
            {
                return;
            }

            if (!char.IsWhiteSpace(c))
            {
                _excerpt.Append(c);
            }
            else if (_excerpt.Length > 0 && _excerpt[^1] != ' ')
            {
                _excerpt.Append(' ');
            }
        }
    }

    private void Separate(string separator)
    {
        var end = _text.Length;
        while (end > 0 && _text[end - 1] is '\n' or ' ' or '\t')
        {
            end--;
        }

        _text.Length = end;
        if (end > 0)
        {
            Append(separator);
        }
    }

    // Headings get theirs where their text is known.
    private static void CheckId(MarkdownObject node)
    {
        if (node is not HeadingBlock && node.TryGetAttributes() is { Id: { Length: > 0 } id } attributes)
        {
            attributes.Id = AnchorNames.IsReserved(id) ? AnchorNames.Moved + id : id;
        }
    }

    // Only extensions an application has added can put attributes of an author's choice on elements; scripts do not pass that way either.
    private void CheckAttributes(MarkdownObject node)
    {
        if (_untrustedAttributes is null || node.TryGetAttributes()?.Properties is not { Count: > 0 } properties)
        {
            return;
        }

        properties.RemoveAll(p => p.Key.Length == 0
            || p.Key.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            || p.Key.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || p.Key.Equals("style", StringComparison.OrdinalIgnoreCase)
            || p.Key.Equals("srcdoc", StringComparison.OrdinalIgnoreCase)
            || p.Key.Equals("srcset", StringComparison.OrdinalIgnoreCase)
            || _untrustedAttributes.Author(p.Value ?? "") is null);
    }
}
