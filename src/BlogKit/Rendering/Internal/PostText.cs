using System.Collections.Immutable;
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

/// <summary>One walk over an author's syntax tree: its text, the text for an excerpt, its headings with their anchors, and the excerpt marker.</summary>
internal sealed class PostText
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _excerpt = new();
    private readonly ImmutableArray<Heading>.Builder _headings = ImmutableArray.CreateBuilder<Heading>();
    private readonly HeadingAnchors _anchors;
    private readonly LinkPolicy? _untrustedAttributes;
    private readonly int _excerptCapacity;
    private int _passedOver;
    private int _depth;

    private PostText(HeadingAnchors anchors, LinkPolicy? untrustedAttributes, int excerptLength)
    {
        _anchors = anchors;
        _untrustedAttributes = untrustedAttributes;
        _excerptCapacity = (int)Math.Min(int.MaxValue - 1, (long)excerptLength + Excerpt.LookAhead);
    }

    public string Text => _text.ToString().Trim();

    /// <summary>The beginning of the text on one line, without pictures' captions and footnotes, long enough to be cut.</summary>
    public string ForExcerpt => _excerpt.ToString();

    public ImmutableArray<Heading> Headings => _headings.ToImmutable();

    /// <summary>Whether the text is nested too deeply to be written; nothing else here is then of use.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>The first excerpt marker, or null.</summary>
    public MarkdownObject? Marker { get; private set; }

    /// <summary>Walks the tree once, giving its headings their anchors.</summary>
    /// <param name="document">What to walk.</param>
    /// <param name="anchors">Where anchors come from.</param>
    /// <param name="untrustedAttributes">Checks attributes that extensions put on elements; null where raw HTML is allowed anyway.</param>
    /// <param name="excerptLength">How much text an excerpt may need.</param>
    public static PostText Read(MarkdownDocument document, HeadingAnchors anchors, LinkPolicy? untrustedAttributes, int excerptLength)
    {
        var reader = new PostText(anchors, untrustedAttributes, excerptLength);
        reader.Blocks(document);
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
        CheckAttributes(block);
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
                Append(HtmlText.Of(html.Lines.ToString()));
                Separate("\n\n");
                break;
            case CodeBlock code:
                Append(code.Lines.ToString());
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

    private void HeadingText(HeadingBlock heading)
    {
        var start = _text.Length;
        Inlines(heading.Inline);
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
            switch (inline)
            {
                case MoreInline:
                    Marker ??= inline;
                    break;
                case LiteralInline literal:
                    if (inline.Parent is not LinkInline { IsAutoLink: true })
                    {
                        Typography.Apply(literal);
                    }

                    Append(_text.Length == 0 || _text[^1] == '\n' ? literal.Content.AsSpan().TrimStart() : literal.Content.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    Append(entity.Transcoded.AsSpan());
                    break;
                case SmartyPant mark:
                    Typography.Apply(mark);
                    Append(PostPipeline.Character(mark.Type));
                    break;
                case CodeInline code:
                    Append(code.ContentSpan);
                    break;
                case AutolinkInline link:
                    Append(link.Url);
                    break;
                case LineBreakInline:
                    Append("\n");
                    break;
                case HtmlInline tag when tag.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    Append("\n");
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

    private void Append(ReadOnlySpan<char> text)
    {
        _text.Append(text);
        if (_passedOver > 0)
        {
            return;
        }

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
