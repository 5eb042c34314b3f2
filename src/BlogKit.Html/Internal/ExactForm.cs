using System.Text;
using AngleSharp.Dom;

namespace BlogKit.Html.Internal;

/// <summary>
/// A document as text, so that two can be compared in everything but white space that nobody sees the marker of an excerpt, and what the
/// renderer adds of itself: anchors of headings, and that a table can be scrolled.
/// </summary>
internal sealed class ExactForm
{
    private static readonly string[] Kept =
        ["pre", "textarea", "script", "style", "listing", "xmp", "plaintext", "iframe", "noembed", "noframes"];
    private readonly StringBuilder _form = new();

    public static string Of(IEnumerable<INode> nodes)
    {
        var form = new ExactForm();
        foreach (var node in nodes)
        {
            form.Node(node, isKept: false);
        }

        return form._form.ToString().TrimEnd(' ');
    }

    private static bool IsBlock(INode node) => node is IElement element
        && (Names.Blocks.Contains(element.LocalName)
            || Names.Parts.Contains(element.LocalName)
            || Names.Containers.Contains(element.LocalName));

    private void Node(INode node, bool isKept)
    {
        switch (node)
        {
            case IText text when isKept:
                _form.Append(text.Data);
                break;
            case IText text:
                foreach (var c in text.Data)
                {
                    Character(c);
                }

                break;
            case IComment comment when !MoreNode.IsMarker(comment.Data):
                _form.Append("<!--").Append(comment.Data).Append("-->");
                break;
            case IElement element:
                Element(element, isKept);
                break;
        }
    }

    private void Character(char c)
    {
        if (c is not (' ' or '\t' or '\n' or '\r' or '\f'))
        {
            _form.Append(c);
        }
        else if (_form.Length > 0 && _form[^1] is not (' ' or '\u0001'))
        {
            _form.Append(' ');
        }
    }

    private void Element(IElement element, bool isKept)
    {
        var isBlock = IsBlock(element) || element.LocalName is "br";
        Edge(isBlock);
        _form.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes.OrderBy(static a => a.Name, StringComparer.Ordinal))
        {
            if (attribute.Name is "id" && element.LocalName is ['h', >= '1' and <= '6']
                || (attribute.Name is "tabindex" && element.LocalName is "table"))
            {
                continue;
            }

            _form
                .Append(' ')
                .Append(attribute.Name)
                .Append("=\"")
                .Append(attribute.Value.Replace("\"", "&quot;", StringComparison.Ordinal))
                .Append('"');
        }

        _form.Append('>').Append(isBlock ? "\u0001" : "");
        foreach (var child in element.ChildNodes)
        {
            Node(child, isKept || Array.IndexOf(Kept, element.LocalName) >= 0);
        }

        Edge(isBlock);
        _form.Append("</").Append(element.LocalName).Append('>').Append(isBlock ? "\u0001" : "");
    }

    private void Edge(bool isBlock)
    {
        if (isBlock && _form.Length > 0 && _form[^1] is ' ')
        {
            _form.Length--;
        }
    }
}
