using System.Buffers;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BlogKit.Internal;

/// <summary>
/// Writes a commenter's syntax tree in one walk: HTML of the allow-listed elements, plain text, links and mentions.
/// There is no code here for any other element, and a node it does not know gives only its text. Reused, never shared between threads.
/// </summary>
internal sealed class CommentWriter
{
    private const long FreeReferenceCharacters = 100_000;

    private readonly LinkTargets _links;
    private readonly SmileyTable _smilies;
    private readonly SearchValues<char> _plainOnly;
    private readonly SearchValues<char> _withSmilies;
    private readonly SearchValues<char> _withMentions;
    private readonly SearchValues<char> _withBoth;

    private readonly HtmlTextWriter _html = new();
    private readonly CharBuffer _text = new();
    private readonly CharBuffer _run = new();
    private readonly List<string> _targets = [];
    private readonly List<CommentId> _mentions = [];
    private readonly HashSet<CommentId> _mentioned = [];

    private IReadOnlyDictionary<Block, string>? _directions;
    private CommentRendering _rendering = CommentRendering.Default;
    private MentionTable? _names;
    private SearchValues<char> _stops;
    private int _linkDepth;
    private int _depth;
    private bool _isTooDeep;
    private long _referenceCharacters;

    public CommentWriter(LinkTargets links, SmileyTable smilies)
    {
        const string Escaped = "&<>\"";
        _links = links;
        _smilies = smilies;
        var starts = string.Concat(smilies.Starts);
        _plainOnly = SearchValues.Create(Escaped);
        _withSmilies = SearchValues.Create(Escaped + starts);
        _withMentions = SearchValues.Create(Escaped + "@");
        _withBoth = SearchValues.Create(Escaped + "@" + starts);
        _stops = _plainOnly;
    }

    /// <summary>What the document is rendered to, or null when it is nested too deeply.</summary>
    public RenderedComment? Write(MarkdownDocument document, CommentRendering rendering, string markdown)
    {
        _rendering = rendering;
        _referenceCharacters = Math.Max(FreeReferenceCharacters, markdown.Length);
        var hasNames = !rendering.Participants.IsDefaultOrEmpty;
        _stops = (rendering.Smilies, hasNames) switch
        {
            (true, true) => _withBoth,
            (true, false) => _withSmilies,
            (false, true) => _withMentions,
            _ => _plainOnly,
        };
        _directions = TextDirections.Differing(document, markdown);
        Blocks(document, isTight: false);
        return _isTooDeep ? null : new RenderedComment
        {
            Html = _html.ToString(),
            PlainText = PlainText(markdown),
            Links = _targets.Count == 0 ? [] : [.. _targets],
            Mentions = _mentions.Count == 0 ? [] : [.. _mentions],
        };
    }

    // Most comments hold no markup at all: their plain text is what was typed and need not exist twice.
    private string PlainText(string markdown)
    {
        var text = _text.Written.Trim();
        return text.SequenceEqual(markdown) ? markdown : text.ToString();
    }

    /// <summary>Forgets everything; has to be called after a walk that was broken off, too.</summary>
    public void Reset()
    {
        _html.Clear();
        _text.Clear();
        _run.Clear();
        _targets.Clear();
        _mentions.Clear();
        _mentioned.Clear();
        _rendering = CommentRendering.Default;
        _names = null;
        _directions = null;
        _linkDepth = 0;
        _depth = 0;
        _isTooDeep = false;
    }

    private void Blocks(ContainerBlock container, bool isTight)
    {
        if (++_depth > SyntaxDepth.Maximum)
        {
            _isTooDeep = true;
            return;
        }

        for (var i = 0; i < container.Count; i++)
        {
            Block(container[i], isTight);
        }

        _depth--;
    }

    private void Block(Block block, bool isTight)
    {
        switch (block)
        {
            case ParagraphBlock paragraph when isTight:
                Inlines(paragraph.Inline);
                SeparateText("\n");
                break;
            case HeadingBlock heading:
                _html.EnsureLine();
                _html.Markup("<p><strong>");
                Inlines(heading.Inline);
                _html.Markup("</strong></p>\n");
                SeparateText("\n\n");
                break;
            case ThematicBreakBlock:
                _html.EnsureLine();
                _html.Markup("<hr />\n");
                break;
            case CodeBlock code:
                Code(code);
                break;
            case LinkReferenceDefinitionGroup or LinkReferenceDefinition or BlankLineBlock:
                break;
            case LeafBlock leaf:
                _html.EnsureLine();
                _html.Markup("<p>");
                Inlines(leaf.Inline);
                _html.Markup("</p>\n");
                SeparateText("\n\n");
                break;
            case QuoteBlock quote:
                _html.EnsureLine();
                _html.Markup("<blockquote");
                Direction(quote);
                _html.Markup(">\n");
                Blocks(quote, isTight: false);
                _html.EnsureLine();
                _html.Markup("</blockquote>\n");
                break;
            case ListBlock list:
                List(list);
                break;
            case ContainerBlock container:
                Blocks(container, isTight);
                break;
        }
    }

    private void List(ListBlock list)
    {
        _html.EnsureLine();
        if (list.IsOrdered
            && int.TryParse(
                list.OrderedStart, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var start)
            && start != 1)
        {
            _html.Markup("<ol start=\"");
            _html.Number(start);
            _html.Markup("\"");
        }
        else
        {
            _html.Markup(list.IsOrdered ? "<ol" : "<ul");
        }

        Direction(list);
        _html.Markup(">\n");

        for (var i = 0; i < list.Count; i++)
        {
            _html.EnsureLine();
            _html.Markup("<li>");
            if (list[i] is ContainerBlock item)
            {
                Blocks(item, isTight: !list.IsLoose);
            }

            _html.Markup("</li>\n");
        }

        _html.Markup(list.IsOrdered ? "</ol>\n" : "</ul>\n");
        SeparateText("\n\n");
    }

    private void Direction(Block block)
    {
        if (_directions?.TryGetValue(block, out var direction) is true)
        {
            _html.Markup(direction is "rtl" ? " dir=\"rtl\"" : " dir=\"ltr\"");
        }
    }

    private void Code(CodeBlock code)
    {
        _html.EnsureLine();
        _html.Markup("<pre><code>");
        var lines = code.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines.Lines[i].Slice.AsSpan();
            _html.Text(line);
            _html.Markup("\n");
            _text.Append(line);
            _text.Append('\n');
        }

        _html.Markup("</code></pre>\n");
        SeparateText("\n\n");
    }

    private void Inlines(ContainerInline? container)
    {
        if (++_depth > SyntaxDepth.Maximum)
        {
            _isTooDeep = true;
            return;
        }

        var inline = container?.FirstChild;
        while (inline is not null)
        {
            inline = IsText(inline) ? TextRun(inline) : Inline(inline);
        }

        _depth--;
    }

    /// <summary>Writes one node and returns the one to go on with.</summary>
    private Inline? Inline(Inline inline)
    {
        switch (inline)
        {
            case LineBreakInline:
                _html.Markup("<br />\n");
                _text.Append('\n');
                break;
            case CodeInline code:
                _html.Markup("<code>");
                _html.Text(code.ContentSpan);
                _html.Markup("</code>");
                _text.Append(code.ContentSpan);
                break;
            case EmphasisInline emphasis:
                var (open, close) = (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
                {
                    ('~', _) => ("<del>", "</del>"),
                    (_, 2) => ("<strong>", "</strong>"),
                    _ => ("<em>", "</em>"),
                };
                _html.Markup(open);
                Inlines(emphasis);
                _html.Markup(close);
                break;
            case AutolinkInline autolink:
                AngleLink(autolink);
                break;
            case LinkInline link:
                Link(link);
                break;
            case DelimiterInline unclosed:
                return SyntaxDepth.Flatten(unclosed);
            case ContainerInline other:
                Inlines(other);
                break;
            case HtmlInline tag:
                Verbatim(tag.Tag);
                break;
        }

        return inline.NextSibling;
    }

    private void AngleLink(AutolinkInline link)
    {
        var target = _linkDepth > 0 ? null : _links.Untrusted(link.IsEmail ? $"mailto:{link.Url}" : link.Url);
        if (target is null)
        {
            Verbatim("<");
            Verbatim(link.Url);
            Verbatim(">");
            return;
        }

        OpenLink(target);
        Verbatim(link.Url);
        CloseLink();
    }

    private void Link(LinkInline link)
    {
        var target = _linkDepth > 0 ? null : _links.Untrusted(link.Url);
        if (target is not null && link.Reference is not null)
        {
            // A short reference repeated can stand for a long target: bounded as in the reference implementation of CommonMark.
            _referenceCharacters -= target.Length;
            target = _referenceCharacters < 0 ? null : target;
        }

        if (target is null)
        {
            _linkDepth += link.IsImage ? 1 : 0;
            Inlines(link);
            _linkDepth -= link.IsImage ? 1 : 0;
            return;
        }

        OpenLink(target);
        var start = _text.Length;
        if (link.IsAutoLink)
        {
            Verbatim(link.FirstChild is LiteralInline typed ? typed.Content.AsSpan() : target);
        }
        else
        {
            Inlines(link);
        }

        if (_text.Written[start..].IsWhiteSpace())
        {
            Verbatim(target);
        }

        CloseLink();
    }

    private void OpenLink(string target)
    {
        _html.Markup("<a href=\"");
        _html.Text(target);
        _html.Markup("\" rel=\"nofollow ugc noopener\">");
        _targets.Add(target);
        _linkDepth++;
    }

    private void CloseLink()
    {
        _html.Markup("</a>");
        _linkDepth--;
    }

    private static bool IsText(Inline inline) => inline is LiteralInline or HtmlEntityInline;

    private static StringSlice Content(Inline inline) =>
        inline is LiteralInline literal ? literal.Content : ((HtmlEntityInline)inline).Transcoded;

    // Adjacent pieces of text are read as one, so that a smiley or a name is found where the parser has cut it; an escaped character starts
    // anew.
    private Inline? TextRun(Inline first)
    {
        var isEscaped = first is LiteralInline { IsFirstCharacterEscaped: true };
        var next = first.NextSibling;
        if (next is null || !IsText(next) || next is LiteralInline { IsFirstCharacterEscaped: true })
        {
            Text(Content(first).AsSpan(), isEscaped, next);
            return next;
        }

        _run.Truncate(0);
        _run.Append(Content(first).AsSpan());
        while (next is not null && IsText(next) && next is not LiteralInline { IsFirstCharacterEscaped: true })
        {
            _run.Append(Content(next).AsSpan());
            next = next.NextSibling;
        }

        Text(_run.Written, isEscaped, next);
        return next;
    }

    private void Text(ReadOnlySpan<char> text, bool isFirstEscaped, Inline? next)
    {
        var endsAtBoundary = next is null or LineBreakInline;
        var at = 0;
        while (at < text.Length)
        {
            var skip = text[at..].IndexOfAny(_stops);
            if (skip < 0)
            {
                break;
            }

            Unescaped(text.Slice(at, skip));
            at += skip;
            var taken = isFirstEscaped && at == 0 ? 0 : Special(text[at..], endsAtBoundary);
            if (taken == 0)
            {
                Verbatim(text.Slice(at, 1));
                taken = 1;
            }

            at += taken;
        }

        Unescaped(text[at..]);
    }

    /// <summary>Writes the smiley or mention that begins here and returns its length, or 0.</summary>
    private int Special(ReadOnlySpan<char> text, bool endsAtBoundary)
    {
        if (text[0] == '@')
        {
            return Mention(text);
        }

        if (_rendering.Smilies
            && (_text.Length == 0 || char.IsWhiteSpace(_text.Last))
            && _smilies.TryMatch(text, Recent(), endsAtBoundary, out var emoji, out var length))
        {
            Verbatim(emoji);
            return length;
        }

        return 0;
    }

    private ReadOnlySpan<char> Recent() => _text.Written[Math.Max(0, _text.Length - SmileyContext.Reach)..];

    private int Mention(ReadOnlySpan<char> text)
    {
        if (_linkDepth > 0 || _rendering.Participants.IsDefaultOrEmpty || (_text.Length > 0 && !CanPrecedeMention(_text.Last)))
        {
            return 0;
        }

        if (!MentionTable.TryMatch(text[1..], _rendering.Participants, ref _names, out var comment, out var length))
        {
            return 0;
        }

        _html.Markup("<a class=\"bk-mention\" href=\"#comment-");
        _html.Text(comment.ToString());
        _html.Markup("\">");
        Verbatim(text[..(length + 1)]);
        _html.Markup("</a>");
        if (_mentioned.Add(comment))
        {
            _mentions.Add(comment);
        }

        return length + 1;
    }

    private static bool CanPrecedeMention(char c) => char.IsWhiteSpace(c)
        || c is '(' or '[' or '{' or '"' or '\'' or ',' or ';' or ':' or '!' or '?' or '¿' or '¡' or '«' or '“' or '‘' or '>' or '–' or '—'
            or '…' or '*'
        || Scripts.IsCountedAlone(c) || (c > '\u2E7F' && char.IsPunctuation(c));

    private void Verbatim(ReadOnlySpan<char> text)
    {
        _html.Text(text);
        _text.Append(text);
    }

    /// <summary>Writes text already known to hold nothing that must be encoded.</summary>
    private void Unescaped(ReadOnlySpan<char> text)
    {
        _html.Safe(text);
        _text.Append(text);
    }

    private void SeparateText(string separator)
    {
        while (_text.Last is '\n' or ' ')
        {
            _text.Truncate(_text.Length - 1);
        }

        if (_text.Length > 0)
        {
            _text.Append(separator);
        }
    }
}
