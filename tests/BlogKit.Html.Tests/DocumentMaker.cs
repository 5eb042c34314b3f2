using System.Globalization;
using System.Net;
using System.Text;

namespace BlogKit.Html.Tests;

/// <summary>Makes documents of what posts hold, with words that look like Markdown; the same seed makes the same.</summary>
#pragma warning disable CA5394 // chance decides what is tested, nothing else
internal sealed class DocumentMaker(int seed)
{
    private static readonly string[] Words =
    [
        "word", "two words", "*star*", "_low_", "**", "__x__", "`tick`", "#5", "1.", "2)", "-", "+", ">", "a > b", "a < b", "<b>", "&amp;",
        "&", "R&D", "[x]", "[x]:", "![", "](", "(c)", "...", "--", "---", "\"q\"", "'s", "don't", "|", "a|b", "~~", "~", "\\", "\\*",
        ":smile:", "::", ":", ":-)", "https://a.example/x_y?a=b&c", "@ada", "x_y_z", "!", "C#", "C++", "$5", "{a}", "^2", "=", "==", "日本語",
        "é", "…", "<!--more-->", "</p>", "Credit", "100%", "«x»", "<<", ">>",
    ];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _html = new();

    public string Make()
    {
        for (var i = _random.Next(1, 7); i > 0; i--)
        {
            Block(0);
        }

        return _html.ToString();
    }

    private void Block(int depth)
    {
        switch (_random.Next(depth > 2 ? 3 : 11))
        {
            case 0:
                In("h" + _random.Next(1, 7).ToString(CultureInfo.InvariantCulture), () => Line(canBreak: false));
                break;
            case 1:
                _html
                    .Append("<pre><code class=\"language-cs\">")
                    .Append(WebUtility.HtmlEncode(Text() + "\n  " + Text() + "\n\n" + Text()))
                    .Append("</code></pre>");
                break;
            case 2 or 3 or 4:
                In("p", () => Line(canBreak: true));
                break;
            case 5:
                In("blockquote", () => Some(() => Block(depth + 1)));
                break;
            case 6 or 7:
                In(_random.Next(2) == 0 ? "ul" : "ol", () => Some(() => In("li", () => Item(depth))));
                break;
            case 8:
                Table();
                break;
            case 9:
                _html
                    .Append("<figure><img src=\"/a.png\" alt=\"")
                    .Append(WebUtility.HtmlEncode(Text()))
                    .Append("\"><figcaption>")
                    .Append(WebUtility.HtmlEncode("Seen " + Text()))
                    .Append("</figcaption></figure>");
                break;
            default:
                _html.Append("<hr>");
                break;
        }
    }

    private void Item(int depth)
    {
        if (_random.Next(3) == 0)
        {
            In("p", () => Line(canBreak: true));
            In("p", () => Line(canBreak: false));
        }
        else
        {
            Line(canBreak: false);
        }

        if (_random.Next(3) == 0 && depth < 3)
        {
            In(_random.Next(2) == 0 ? "ul" : "ol", () => Some(() => In("li", () => Item(depth + 1))));
        }
    }

    private void Table()
    {
        var columns = _random.Next(1, 4);
        _html.Append("<table><thead>");
        Row("th");
        _html.Append("</thead><tbody>");
        Some(() => Row("td"));
        _html.Append("</tbody></table>");

        void Row(string cell) => In("tr", () =>
        {
            for (var i = 0; i < columns; i++)
            {
                In(cell, () => Line(canBreak: false));
            }
        });
    }

    private void Line(bool canBreak)
    {
        for (var i = _random.Next(1, 5); i > 0; i--)
        {
            Piece(0);
            _html.Append(canBreak && i > 1 && _random.Next(6) == 0 ? "<br>" : " ");
        }
    }

    private void Piece(int depth)
    {
        switch (_random.Next(depth > 2 ? 3 : 10))
        {
            case 5:
                In("em", () => Marked(depth));
                break;
            case 6:
                In("strong", () => Marked(depth));
                break;
            case 7:
                In("del", () => Marked(depth));
                break;
            case 8 when depth == 0:
                _html.Append("<a href=\"https://a.example/?a=b&amp;c=(d)_e_\">").Append(WebUtility.HtmlEncode(Text())).Append("</a>");
                break;
            case 9:
                In("code", () => _html.Append(WebUtility.HtmlEncode(Text())));
                break;
            default:
                _html.Append(WebUtility.HtmlEncode(Text()));
                break;
        }
    }

    // Marks begin and end with a word: others Markdown may not have beside what stands there.
    private void Marked(int depth)
    {
        _html.Append("so ");
        Piece(depth + 1);
        _html.Append(" it is");
    }

    private string Text() => string.Join(' ', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Words[_random.Next(Words.Length)]));

    private void Some(Action make)
    {
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            make();
        }
    }

    private void In(string name, Action make)
    {
        _html.Append('<').Append(name).Append('>');
        make();
        _html.Append("</").Append(name).Append('>');
    }
}
