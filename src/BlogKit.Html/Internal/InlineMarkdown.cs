using System.Globalization;
using System.Text;

namespace BlogKit.Html.Internal;

/// <summary>
/// Writes the content of a paragraph, heading or cell as Markdown. Marks that Markdown does not have, or that would not be read where they
/// stand, give way to what they hold.
/// </summary>
internal sealed class InlineMarkdown
{
    private readonly List<Piece> _pieces = [];
    private readonly MarkdownStyle _style;
    private readonly bool _isHeading;
    private readonly bool _hasBreaks;
    private int _pairs;

    private InlineMarkdown(MarkdownStyle style, bool isHeading, bool hasBreaks) =>
        (_style, _isHeading, _hasBreaks) = (style, isHeading, hasBreaks);

    /// <summary>The lines of a paragraph.</summary>
    public static string Lines(IEnumerable<TreeNode> nodes, MarkdownStyle style)
    {
        var lines = new InlineMarkdown(style, isHeading: false, hasBreaks: true).Write(nodes).Split('\n');
        return string.Join('\n', lines.Select(MarkdownText.AtStart));
    }

    /// <summary>One line: of a heading, where a closing row of # is text, or of a cell.</summary>
    public static string Line(IEnumerable<TreeNode> nodes, MarkdownStyle style) =>
        new InlineMarkdown(style, isHeading: true, hasBreaks: false).Write(nodes);

    /// <summary>A picture.</summary>
    public static string Picture(ElementNode picture, MarkdownStyle style, string? title) =>
        $"![{MarkdownText.Escape(picture["alt"] ?? "", style)}]({Target(picture["src"] ?? "")}{Title(title)})";

    private string Write(IEnumerable<TreeNode> nodes)
    {
        All(nodes);
        DropUnreadable();
        return string.Concat(_pieces.Select(static p => p.Markdown)).Trim(' ');
    }

    private void All(IEnumerable<TreeNode> nodes)
    {
        var isBehindBox = false;
        foreach (var node in nodes)
        {
            if (isBehindBox && node is not TextNode { Value: [' ', ..] })
            {
                _pieces.Add(new Piece(" "));
            }

            isBehindBox = node is ElementNode { Name: "input" };
            switch (node)
            {
                case TextNode text:
                    _pieces.Add(new Piece(MarkdownText.Escape(text.Value, _style, _isHeading)));
                    break;
                case MoreNode:
                    _pieces.Add(new Piece(MoreNode.Markup));
                    break;
                case ElementNode element:
                    Element(element);
                    break;
            }
        }
    }

    private void Element(ElementNode element)
    {
        switch (element.Name)
        {
            case "em":
                Emphasis(element, 1);
                break;
            case "strong":
                Emphasis(element, 2);
                break;
            case "del":
                Mark(element, "~~", "~~");
                break;
            case "br":
                _pieces.Add(new Piece(_hasBreaks ? "\\\n" : " "));
                break;
            case "code":
                _pieces.Add(new Piece(Code(((TextNode)element.Children[0]).Value)));
                break;
            case "img":
                _pieces.Add(new Piece(Picture(element, _style, element["title"])));
                break;
            case "input":
                _pieces.Add(new Piece(element["checked"] is null ? "[ ]" : "[x]"));
                break;
            case "a":
                _pieces.Add(new Piece("["));
                All(element.Children);
                _pieces.Add(new Piece($"]({Target(element["href"] ?? "")}{Title(element["title"])})"));
                break;
            default:
                All(element.Children);
                break;
        }
    }

    private void Emphasis(ElementNode element, int length)
    {
        if (_style is MarkdownStyle.NoMarks)
        {
            All(element.Children);
            return;
        }

        var isOther = _style is MarkdownStyle.OtherMarks;
        Mark(element, new string(isOther ? '_' : '*', length), new string(isOther ? '*' : '_', length));
    }

    private void Mark(ElementNode element, string first, string second)
    {
        var pair = ++_pairs;
        var open = _pieces.Count;
        _pieces.Add(new Piece(first, pair, true));
        All(element.Children);
        _pieces.Add(new Piece(first, pair, false));

        // Beside a mark of the same character it would be read as one longer mark.
        var touches = (open > 0 && _pieces[open - 1].Touches(first))
            || _pieces[open + 1].Touches(first) || _pieces[^2].Touches(first);
        if (touches && !string.Equals(first, second, StringComparison.Ordinal))
        {
            _pieces[open] = new Piece(second, pair, true);
            _pieces[^1] = new Piece(second, pair, false);
        }
    }

    // CommonMark 0.31.2, 6.2: whether a run of delimiters may open or close says what stands beside it.
    private void DropUnreadable()
    {
        var unreadable = new HashSet<int>();
        for (var i = 0; i < _pieces.Count; i++)
        {
            var piece = _pieces[i];
            if (piece.Pair == 0)
            {
                continue;
            }

            var (start, end) = (i, i);
            while (start > 0 && _pieces[start - 1].Touches(piece.Markdown) && _pieces[start - 1].Pair > 0)
            {
                start--;
            }

            while (end + 1 < _pieces.Count && _pieces[end + 1].Touches(piece.Markdown) && _pieces[end + 1].Pair > 0)
            {
                end++;
            }

            var before = start == 0 ? ' ' : _pieces[start - 1].Markdown is [.., var last] ? last : ' ';
            var after = end + 1 == _pieces.Count ? ' ' : _pieces[end + 1].Markdown is [var first, ..] ? first : ' ';
            if (!MayStand(piece, before, after))
            {
                unreadable.Add(piece.Pair);
            }
        }

        _pieces.RemoveAll(piece => unreadable.Contains(piece.Pair));
    }

    private static bool MayStand(Piece piece, char before, char after)
    {
        var isLeft = !char.IsWhiteSpace(after) && (!IsPunctuation(after) || char.IsWhiteSpace(before) || IsPunctuation(before));
        var isRight = !char.IsWhiteSpace(before) && (!IsPunctuation(before) || char.IsWhiteSpace(after) || IsPunctuation(after));
        return piece.Markdown[0] is '_'
            ? piece.IsOpening ? isLeft && (!isRight || IsPunctuation(before)) : isRight && (!isLeft || IsPunctuation(after))
            : piece.IsOpening ? isLeft : isRight;
    }

    private static bool IsPunctuation(char c) => char.IsPunctuation(c) || char.IsSymbol(c);

    private static string Code(string text)
    {
        var longest = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var length = 0;
            while (i < text.Length && text[i] is '`')
            {
                length++;
                i++;
            }

            longest = Math.Max(longest, length);
        }

        var fence = new string('`', longest + 1);
        var space = text[0] is '`' || text[^1] is '`' ? " " : "";
        return fence + space + text + space + fence;
    }

    private static string Target(string url)
    {
        var target = new StringBuilder(url.Length + 4);
        foreach (var c in url)
        {
            _ = c is '(' or ')' or '*' or '_' or '&' or '~' ? target.Append('\\').Append(c) : target.Append(c);
        }

        return target.Length == 0 ? "<>" : target.ToString();
    }

    private static string Title(string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            return "";
        }

        var escaped = new StringBuilder(title.Length + 4);
        foreach (var c in title)
        {
            _ = c is '"' or '\\' or '&' or '<' or '`' or '*' or '[' or ']'
                ? escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)c};")
                : escaped.Append(c);
        }

        return $" \"{escaped}\"";
    }

    private readonly record struct Piece(string Markdown, int Pair = 0, bool IsOpening = false)
    {
        public bool Touches(string mark) => Pair > 0 && Markdown[0] == mark[0];
    }
}
