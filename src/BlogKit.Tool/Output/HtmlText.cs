using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BlogKit.CommandLine;

/// <summary>Writes the HTML of a comment as plain text.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _text = new();
    private readonly Stack<int> _listNumbers = new();
    private int _quotes;
    private bool _preformatted;

    private HtmlText()
    {
    }

    public static string From(string html)
    {
        var writer = new HtmlText();
        writer.Children(new HtmlParser().ParseDocument(html).Body!);
        return writer._text.ToString().Trim('\n', ' ');
    }

    // Comments are nested no deeper than the renderer allows.
    private void Children(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IElement element)
            {
                Element(element);
            }
            else if (child is IText text)
            {
                Text(text.Data);
            }
        }
    }

    private void Element(IElement element)
    {
        switch (element.LocalName)
        {
            case "p" or "pre":
                StartLine();
                _preformatted = element.LocalName is "pre";
                Children(element);
                _preformatted = false;
                StartLine();
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
                _quotes++;
                Children(element);
                StartLine();
                _quotes--;
                break;
            case "ul" or "ol":
                StartLine();
                _listNumbers.Push(element is IHtmlOrderedListElement ordered ? ordered.Start : 0);
                Children(element);
                StartLine();
                _listNumbers.TryPop(out _);
                break;
            case "li":
                StartItem();
                Children(element);
                break;
            case "a":
                Link(element);
                break;
            default:
                Children(element);
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
    private void Link(IElement element)
    {
        var start = _text.Length;
        Children(element);
        if (element.GetAttribute("href") is { } target
            && !target.EndsWith(_text.ToString(start, _text.Length - start), StringComparison.Ordinal))
        {
            _text.Append(" (").Append(target).Append(')');
        }
    }
}
