using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace BlogKit.Rendering.Tests;

/// <summary>Reads rendered HTML as a browser does.</summary>
internal static class Html
{
    private static readonly HashSet<string> Blocks =
        [
            "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption", "figure", "form", "h1", "h2", "h3",
            "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
        ];

    public static IElement Parse(string html) => new HtmlParser().ParseDocument($"<!doctype html><html><body>{html}</body></html>").Body!;

    /// <summary>One spelling for all HTML that means the same: attributes in order, no white space beside blocks.</summary>
    public static string Canonical(string html)
    {
        var text = new StringBuilder();
        Write(Parse(html), text, isPreformatted: false);
        return text.ToString();
    }

    private static void Write(INode node, StringBuilder text, bool isPreformatted)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IElement element:
                    text.Append('<').Append(element.LocalName);
                    foreach (var attribute in element.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal))
                    {
                        text.Append(' ').Append(attribute.Name).Append("=\"").Append(Encode(attribute.Value)).Append('"');
                    }

                    text.Append('>');
                    Write(element, text, isPreformatted || element.LocalName == "pre");
                    text.Append("</").Append(element.LocalName).Append('>');
                    break;
                case IComment comment:
                    text.Append("<!--").Append(comment.Data).Append("-->");
                    break;
                case IText { Data: var data } when isPreformatted:
                    text.Append(Encode(data));
                    break;
                case IText { Data: var data }:
                    var collapsed = string.Join(' ', data.Split([' ', '\t', '\r', '\n']).Where(
                        (word, i) => word.Length > 0 || i == 0 || i == data.Split([' ', '\t', '\r', '\n']).Length - 1));
                    collapsed = IsBlockEdge(child.PreviousSibling, node) ? collapsed.TrimStart(' ') : collapsed;
                    collapsed = IsBlockEdge(child.NextSibling, node) ? collapsed.TrimEnd(' ') : collapsed;
                    text.Append(Encode(collapsed));
                    break;
            }
        }
    }

    private static bool IsBlockEdge(INode? sibling, INode parent) => sibling switch
    {
        null => parent is IElement element && Blocks.Contains(element.LocalName),
        IElement { LocalName: "br" } => true,
        IElement element => Blocks.Contains(element.LocalName),
        _ => false,
    };

    private static string Encode(string text) =>
        text
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);
}
