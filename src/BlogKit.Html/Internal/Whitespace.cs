using System.Text;

namespace BlogKit.Html.Internal;

/// <summary>
/// Writes spaces as a reader sees them: one between words, none at the edges of a block or beside a line's end, none inside the edges of a
/// mark. Empty marks and paragraphs go, and marks of one kind side by side are one.
/// </summary>
internal static class Whitespace
{
    private const string Spaces = " \t\n\r\f";

    public static bool IsBlank(TreeNode node) => node is TextNode text && text.Value.AsSpan().IndexOfAnyExcept(Spaces) < 0;

    public static bool IsEmptyParagraph(TreeNode node) =>
        node is ElementNode { Name: "p" } paragraph && paragraph.Children.TrueForAll(IsBlank);

    /// <summary>Blocks without what cannot be seen.</summary>
    public static List<TreeNode> Blocks(IEnumerable<TreeNode> nodes)
    {
        var blocks = new List<TreeNode>();
        foreach (var node in nodes)
        {
            if (node is not ElementNode element)
            {
                if (node is MoreNode)
                {
                    blocks.Add(node);
                }

                continue;
            }

            var tidy = element.Is("img", "a") ? element : Block(element);
            if (element.Is("img")
                || tidy.Children.Count > 0
                || tidy.Is("hr", "iframe", "td", "th", "li", "dd", "dt", "pre", "source")
                || (tidy.Is("audio", "video") && tidy["src"] is not null))
            {
                blocks.Add(tidy);
            }
        }

        return blocks;
    }

    /// <summary>Whether an element holds blocks rather than lines.</summary>
    public static bool HoldsBlocks(ElementNode element) =>
        element.Is("ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "blockquote", "details", "audio", "video")
        || element.Children.Exists(Names.IsBlock);

    private static ElementNode Block(ElementNode element)
    {
        if (element.Is("pre", "hr", "iframe", "source"))
        {
            return element;
        }

        var tidy = new ElementNode(element.Name) { IsImplied = element.IsImplied, SourceId = element.SourceId };
        tidy.OtherIds.AddRange(element.OtherIds);
        foreach (var (name, value) in element.Attributes)
        {
            tidy.Attributes[name] = value;
        }

        tidy.Children.AddRange(HoldsBlocks(element) ? Blocks(element.Children) : new Line().Read(element.Children));
        return tidy;
    }

    private sealed class Line
    {
        private readonly List<(ElementNode? Mark, List<TreeNode> Nodes)> _open = [(null, [])];
        private bool _isPending;
        private bool _hasBegun;

        public List<TreeNode> Read(List<TreeNode> nodes)
        {
            All(nodes);
            var line = _open[0].Nodes;
            while (line.Count > 0 && line[^1] is ElementNode { Name: "br" })
            {
                line.RemoveAt(line.Count - 1);
            }

            return line;
        }

        private void All(List<TreeNode> nodes)
        {
            foreach (var node in nodes)
            {
                switch (node)
                {
                    case TextNode text:
                        Text(text.Value);
                        break;
                    case ElementNode { Name: "br" }:
                        _isPending = false;
                        _hasBegun = false;
                        _open[^1].Nodes.Add(new ElementNode("br"));
                        break;
                    case ElementNode { Name: "code" } code:
                        Code(code);
                        break;
                    case ElementNode element when Names.Marks.Contains(element.Name):
                        Mark(element);
                        break;
                    case MoreNode:
                        _open[^1].Nodes.Add(node);
                        break;
                    default:
                        Begin();
                        _open[^1].Nodes.Add(node);
                        break;
                }
            }
        }

        private void Text(string text)
        {
            var piece = new StringBuilder(text.Length);
            foreach (var c in text)
            {
                if (Spaces.Contains(c, StringComparison.Ordinal))
                {
                    _isPending = _isPending || _hasBegun;
                    continue;
                }

                if (_isPending && piece.Length > 0)
                {
                    piece.Append(' ');
                    _isPending = false;
                }

                if (piece.Length == 0)
                {
                    Begin();
                }

                piece.Append(c);
            }

            Put(piece);
        }

        private void Put(StringBuilder piece)
        {
            if (piece.Length > 0)
            {
                Append(_open[^1].Nodes, piece.ToString());
                piece.Clear();
            }
        }

        // A space that waits stands outside every mark that has not begun.
        private void Begin()
        {
            if (_isPending)
            {
                var level = _open.Count - 1;
                while (level > 0 && _open[level].Nodes.Count == 0)
                {
                    level--;
                }

                Append(_open[level].Nodes, " ");
                _isPending = false;
            }

            _hasBegun = true;
        }

        private void Code(ElementNode code)
        {
            var text = string.Join(
                ' ', ((TextNode)code.Children[0]).Value.Split(Spaces.ToCharArray(), StringSplitOptions.RemoveEmptyEntries));
            if (text.Length > 0)
            {
                Begin();
                var tidy = new ElementNode("code") { SourceId = code.SourceId };
                tidy.OtherIds.AddRange(code.OtherIds);
                tidy.Children.Add(new TextNode(text));
                _open[^1].Nodes.Add(tidy);
            }
        }

        private void Mark(ElementNode mark)
        {
            _open.Add((mark, []));
            All(mark.Children);
            var (_, inside) = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            if (inside.Count == 0)
            {
                return;
            }

            var nodes = _open[^1].Nodes;
            if (nodes.Count > 0
                && nodes[^1] is ElementNode before
                && string.Equals(before.Name, mark.Name, StringComparison.Ordinal)
                && mark.Attributes.Count == 0
                && before.Attributes.Count == 0)
            {
                before.OtherIds.AddRange(mark.Ids);
                foreach (var node in inside)
                {
                    if (node is TextNode text)
                    {
                        Append(before.Children, text.Value);
                    }
                    else
                    {
                        before.Children.Add(node);
                    }
                }

                return;
            }

            var tidy = new ElementNode(mark.Name) { SourceId = mark.SourceId };
            tidy.OtherIds.AddRange(mark.OtherIds);
            foreach (var (name, value) in mark.Attributes)
            {
                tidy.Attributes[name] = value;
            }

            tidy.Children.AddRange(inside);
            nodes.Add(tidy);
        }

        private static void Append(List<TreeNode> nodes, string text)
        {
            if (nodes.Count > 0 && nodes[^1] is TextNode last)
            {
                last.Append(text);
            }
            else
            {
                nodes.Add(new TextNode(text));
            }
        }
    }
}
