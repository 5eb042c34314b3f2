using System.Text;

namespace BlogKit.Html.Internal;

/// <summary>Writes a tree as HTML, in one spelling.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();
    private readonly bool _isForComparison;

    private bool _isPost;
    private bool _isExcerpt;

    private HtmlWriter(bool isForComparison) => _isForComparison = isForComparison;

    public static string Write(IEnumerable<TreeNode> nodes)
    {
        var writer = new HtmlWriter(isForComparison: false);
        foreach (var node in nodes)
        {
            writer.Node(node);
            writer._html.Append('\n');
        }

        return writer._html.ToString();
    }

    /// <summary>
    /// The same for a post, with its anchors and without the marker; tables can be scrolled by the keyboard. An excerpt has no anchors, and
    /// no links to them.
    /// </summary>
    public static string Write(IEnumerable<TreeNode> nodes, bool isExcerpt)
    {
        var writer = new HtmlWriter(isForComparison: false) { _isPost = true, _isExcerpt = isExcerpt };
        foreach (var node in nodes)
        {
            var length = writer._html.Length;
            writer.Node(node);
            writer._html.Append(writer._html.Length > length ? "\n" : "");
        }

        return writer._html.ToString();
    }

    /// <summary>
    /// The same for documents that say the same: the marker of an excerpt, and whether the lines of an item stand in a paragraph, do not
    /// count.
    /// </summary>
    public static string ForComparison(IEnumerable<TreeNode> nodes)
    {
        var writer = new HtmlWriter(isForComparison: true);
        foreach (var node in nodes)
        {
            writer.Node(node);
        }

        return writer._html.ToString();
    }

    private void Node(TreeNode node)
    {
        switch (node)
        {
            case TextNode text:
                Escape(text.Value);
                break;
            case MoreNode:
                _html.Append(_isForComparison || _isPost ? "" : MoreNode.Markup);
                break;
            case ElementNode element:
                Element(element);
                break;
        }
    }

    private void Element(ElementNode element)
    {
        if ((element.IsImplied && !_isForComparison)
            || (_isExcerpt && element.Is("a") && element["href"] is ['#', ..]))
        {
            element.Children.ForEach(Node);
            return;
        }

        // What holds nothing but the marker is nothing to a reader.
        if (_isPost
            && (element.Is("p") || Names.Marks.Contains(element.Name))
            && element.Children.TrueForAll(static child => child is MoreNode))
        {
            return;
        }

        _html.Append('<').Append(element.Name);
        if (_isPost)
        {
            PostAttributes(element);
        }

        foreach (var (name, value) in element.Attributes)
        {
            _html.Append(' ').Append(name);
            if (value.Length > 0 || name is "alt")
            {
                _html.Append("=\"");
                Escape(value);
                _html.Append('"');
            }
        }

        _html.Append('>');
        if (Names.Void.Contains(element.Name))
        {
            return;
        }

        var isWrapped = _isForComparison && element.Is("li", "dd") && element.Children.Count > 0 && !Whitespace.HoldsBlocks(element);
        _html.Append(isWrapped ? "<p>" : "");
        foreach (var child in element.Children)
        {
            Node(child);
        }

        _html.Append(isWrapped ? "</p>" : "").Append("</").Append(element.Name).Append('>');
    }

    private void PostAttributes(ElementNode element)
    {
        if (element.Anchor is { } anchor && !_isExcerpt)
        {
            _html.Append(" id=\"");
            Escape(anchor);
            _html.Append('"');
        }

        if (element.Is("table"))
        {
            _html.Append(" tabindex=\"0\"");
        }
    }

    private void Escape(string text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => _html.Append("&amp;"),
                '<' => _html.Append("&lt;"),
                '>' => _html.Append("&gt;"),
                '"' => _html.Append("&quot;"),
                '\u00A0' => _html.Append("&nbsp;"),
                _ => _html.Append(c),
            };
        }
    }
}
