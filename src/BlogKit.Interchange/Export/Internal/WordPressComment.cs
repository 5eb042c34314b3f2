using System.Globalization;
using System.Text;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Makes of a comment's HTML what WordPress keeps of one: blank lines between paragraphs, line breaks that show, and the few elements it
/// allows commenters. Elements that it does not allow become what says the same in those, or their text.
/// </summary>
internal sealed class WordPressComment
{
    private static readonly string[] Allowed =
        ["abbr", "acronym", "b", "blockquote", "cite", "code", "del", "em", "i", "q", "s", "strike", "strong"];

    private static readonly string[] Silent = ["p", "br", "a"];

    private readonly StringBuilder _text = new();
    private readonly SortedSet<string> _others = new(StringComparer.Ordinal);
    private readonly Stack<int> _lists = [];
    private int _verbatim;

    // The length behind which a paragraph begins without a break: at the beginning, and behind what begins an item or a quotation.
    private int _begins;

    /// <summary>Returns the text.</summary>
    /// <param name="html">The comment as it is shown.</param>
    /// <param name="address">The address of its post, which relative ones are completed with.</param>
    /// <param name="alterations">Gets what is otherwise.</param>
    public static string Write(string html, Uri address, WxrAlterations alterations)
    {
        var comment = new WordPressComment();
        foreach (var piece in HtmlPiece.Read(html))
        {
            if (piece.IsText)
            {
                comment.AppendText(piece.Raw);
            }
            else
            {
                comment.AppendTag(piece, address);
            }
        }

        if (comment._others.Count > 0)
        {
            alterations.Add(
                "text",
                $"WordPress allows commenters no {string.Join(", ", comment._others)}; "
                + "it says the same in other elements, or its text alone.");
        }

        return comment._text.ToString().Trim('\n', ' ');
    }

    private void AppendText(string text)
    {
        if (_verbatim == 0)
        {
            AppendWords(text);
            return;
        }

        // Spaces and blank lines count in code, and WordPress folds them.
        var isAtStart = _text.Length == 0 || _text[^1] is '\n' or '>';
        foreach (var sign in text)
        {
            if (sign == '\n' && _text.Length > 0 && _text[^1] == '\n')
            {
                _text.Append("&nbsp;\n");
            }
            else
            {
                _text.Append(sign == ' ' && isAtStart ? "&nbsp;" : sign.ToString());
            }

            isAtStart = sign == '\n' || (isAtStart && sign == ' ');
        }
    }

    private void AppendWords(string text)
    {
        foreach (var sign in text)
        {
            if (!char.IsWhiteSpace(sign) || sign == '\u00A0')
            {
                _text.Append(sign);
            }
            else if (_text.Length > _begins && _text[^1] is not ('\n' or ' '))
            {
                _text.Append(' ');
            }
        }
    }

    private void AppendTag(HtmlPiece tag, Uri address)
    {
        if (!tag.IsEnd && Array.IndexOf(Allowed, tag.Name) < 0 && Array.IndexOf(Silent, tag.Name) < 0)
        {
            _others.Add(tag.Name);
        }

        switch (tag.Name)
        {
            case "p" or "div" or "section" or "details" or "figure" or "dl" or "table":
                Break(2);
                break;
            case "br":
                TrimSpaces();
                _text.Append('\n');
                break;
            case "tr" or "dt" or "dd" or "summary" or "figcaption":
                Break(1);
                break;
            case "td" or "th":
                AppendWords(tag.IsEnd ? " | " : "");
                break;
            case "hr":
                Break(2);
                _text.Append("* * *");
                Break(2);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Heading(tag.IsEnd);
                break;
            case "pre":
                Code(tag.IsEnd);
                break;
            case "ul" or "ol":
                List(tag);
                break;
            case "li":
                Item(tag.IsEnd);
                break;
            case "img":
                Picture(tag.Raw, address);
                break;
            case "blockquote":
                Quote(tag);
                break;
            case "a":
                _text.Append(tag.IsEnd ? "</a>" : Link(tag.Raw, address));
                break;
            case "code" when _verbatim > 0:
                break;
            case var name when Array.IndexOf(Allowed, name) >= 0:
                _text.Append(tag.IsEnd ? "</" : "<").Append(name).Append(tag.IsEnd ? "" : Title(tag.Raw)).Append('>');
                break;
            default:
                break;
        }
    }

    private void Heading(bool isEnd)
    {
        if (!isEnd)
        {
            Break(2);
        }

        _text.Append(isEnd ? "</strong>" : "<strong>");
        if (isEnd)
        {
            Break(2);
        }
    }

    private void Code(bool isEnd)
    {
        if (isEnd)
        {
            _verbatim--;
            TrimLines();
            _text.Append("</code>");
            Break(2);
        }
        else
        {
            Break(2);
            _text.Append("<code>");
            _verbatim++;
        }
    }

    private void Quote(HtmlPiece tag)
    {
        if (tag.IsEnd)
        {
            TrimLines();
            _text.Append("</blockquote>");
            Break(2);
        }
        else
        {
            Break(2);
            _text.Append("<blockquote>");
            _begins = _text.Length;
        }
    }

    private void List(HtmlPiece tag)
    {
        if (!tag.IsEnd)
        {
            Break(_lists.Count == 0 ? 2 : 1);
            var first = HtmlAttributes.Find(tag.Raw, "start") is { } start
                && int.TryParse(start, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
                ? number
                : 1;
            _lists.Push(tag.Name is "ol" ? first : int.MinValue);
        }
        else if (_lists.TryPop(out _))
        {
            Break(_lists.Count == 0 ? 2 : 1);
        }
    }

    private void Item(bool isEnd)
    {
        Break(1);
        if (isEnd)
        {
            return;
        }

        var number = _lists.TryPop(out var found) ? found : int.MinValue;
        if (number == int.MinValue)
        {
            _text.Append("- ");
        }
        else
        {
            _text.Append(CultureInfo.InvariantCulture, $"{number}. ");
        }

        _begins = _text.Length;
        _lists.Push(number is int.MinValue or int.MaxValue ? number : number + 1);
    }

    private void Picture(string tag, Uri address)
    {
        if (HtmlAttributes.Find(tag, "src") is { Length: > 0 } source)
        {
            var whole = WxrAddresses.Complete(address, source);
            var words = HtmlAttributes.Find(tag, "alt") is { Length: > 0 } alternative ? alternative : whole;
            _text.Append("<a href=\"").Append(whole).Append("\">").Append(Escaped(words)).Append("</a>");
        }
    }

    private static string Link(string tag, Uri address) =>
        HtmlAttributes.Find(tag, "href") is { } href
            ? $"<a href=\"{WxrAddresses.Complete(address, href)}\"{Title(tag)}>"
            : "<a>";

    private static string Title(string tag) => HtmlAttributes.Find(tag, "title") is { } title ? $" title=\"{Escaped(title)}\"" : "";

    // What stands in an attribute may have signs of markup, which are text there alone.
    private static string Escaped(string attribute) => attribute
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private void Break(int lines)
    {
        if (_text.Length == _begins)
        {
            return;
        }

        TrimSpaces();

        var there = 0;
        while (there < _text.Length && there < lines && _text[^(there + 1)] == '\n')
        {
            there++;
        }

        _text.Append('\n', _text.Length == 0 ? 0 : lines - there);
    }

    private void TrimSpaces()
    {
        while (_text.Length > 0 && _text[^1] == ' ')
        {
            _text.Length--;
        }
    }

    private void TrimLines()
    {
        while (_text.Length > 0 && _text[^1] is '\n' or ' ')
        {
            _text.Length--;
        }
    }
}
