using System.Net;
using System.Text;

namespace BlogKit.CommandLine;

/// <summary>Writes the HTML of a comment, which has only a dozen elements, as plain text.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _text = new();
    private readonly Stack<int> _listNumbers = new();
    private string? _link;
    private int _linkStart;
    private int _quotes;
    private bool _preformatted;

    private HtmlText()
    {
    }

    public static string From(string html)
    {
        var writer = new HtmlText();
        for (var at = 0; at < html.Length;)
        {
            var isTag = html[at] == '<';
            var end = isTag ? html.IndexOf('>', at) + 1 : html.IndexOf('<', at);
            end = end <= 0 ? html.Length : end;
            if (isTag)
            {
                writer.Tag(html[at..end]);
            }
            else
            {
                writer.Text(WebUtility.HtmlDecode(html[at..end]));
            }

            at = end;
        }

        return writer._text.ToString().Trim('\n', ' ');
    }

    private void Tag(string tag)
    {
        var isEnd = tag.StartsWith("</", StringComparison.Ordinal);
        var name = tag.Trim('<', '/', '>').Split(' ', 2)[0];
        switch (name)
        {
            case "p" or "pre":
                StartLine();
                _preformatted = name == "pre" && !isEnd;
                break;
            case "br":
                _text.Append('\n');
                break;
            case "hr":
                StartLine();
                _text.Append("----\n");
                break;
            case "blockquote":
                StartLine();
                _quotes += isEnd ? -1 : 1;
                break;
            case "ul" or "ol" when isEnd:
                StartLine();
                _listNumbers.TryPop(out _);
                break;
            case "ul" or "ol":
                StartLine();
                _listNumbers.Push(name == "ol" ? 1 : 0);
                break;
            case "li" when !isEnd:
                StartItem();
                break;
            case "a" when isEnd:
                EndLink();
                break;
            case "a":
                _link = Target(tag);
                _linkStart = _text.Length;
                break;
        }
    }

    private void Text(string text)
    {
        foreach (var line in text.Split('\n').Select((content, number) => (content, number)))
        {
            if (line.number > 0 && _preformatted)
            {
                _text.Append('\n');
            }
            else if (line.number > 0 && !AtLineStart)
            {
                _text.Append(' ');
            }

            if (line.content.Length > 0)
            {
                StartText();
                _text.Append(line.content);
            }
        }
    }

    private bool AtLineStart => _text.Length == 0 || _text[^1] == '\n';

    private void StartLine()
    {
        while (_text.Length > 0 && _text[^1] == ' ')
        {
            _text.Length--;
        }

        if (!AtLineStart)
        {
            _text.Append('\n');
        }
    }

    private void StartText()
    {
        if (AtLineStart)
        {
            _text.Insert(_text.Length, "> ", _quotes);
        }
    }

    private void StartItem()
    {
        StartLine();
        StartText();
        _text.Append(' ', Math.Max(0, _listNumbers.Count - 1) * 2);
        if (_listNumbers.TryPop(out var number) && number > 0)
        {
            _text.Append(number).Append(". ");
            _listNumbers.Push(number + 1);
        }
        else
        {
            _text.Append("- ");
            _listNumbers.Push(0);
        }
    }

    // Where a link leads must be seen before it is followed.
    private void EndLink()
    {
        if (_link is not null && !_link.EndsWith(_text.ToString(_linkStart, _text.Length - _linkStart), StringComparison.Ordinal))
        {
            _text.Append(" (").Append(_link).Append(')');
        }

        _link = null;
    }

    private static string? Target(string tag)
    {
        const string Attribute = "href=\"";
        var start = tag.IndexOf(Attribute, StringComparison.Ordinal);
        var end = start < 0 ? -1 : tag.IndexOf('"', start + Attribute.Length);
        return end < 0 ? null : WebUtility.HtmlDecode(tag[(start + Attribute.Length)..end]);
    }
}
