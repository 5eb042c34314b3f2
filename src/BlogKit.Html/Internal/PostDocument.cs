using System.Text;
using BlogKit.Internal;

namespace BlogKit.Html.Internal;

/// <summary>
/// A cleaned document as a post: its headings get anchors, links to parts of it follow them, and its excerpt is what stands before the
/// marker. Goes as deep as the parser let the document be.
/// </summary>
internal sealed class PostDocument
{
    private readonly List<TreeNode> _blocks;
    private readonly HeadingAnchors _anchors;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Heading>.Builder _headings = ImmutableArray.CreateBuilder<Heading>();

    private PostDocument(List<TreeNode> blocks, string anchorPrefix)
    {
        _blocks = blocks;
        _anchors = new HeadingAnchors(anchorPrefix);
    }

    public static RenderedPost Render(List<TreeNode> blocks, string anchorPrefix, int excerptLength)
    {
        var document = new PostDocument(blocks, anchorPrefix);
        document.FindAsked(blocks);
        document.GiveAnchors(blocks);
        document.LeadLinks(blocks);
        var plainText = TreeText.Of(blocks);
        var html = HtmlWriter.Write(blocks, isExcerpt: false);
        var (excerptHtml, excerptText) = document.TakeExcerpt(plainText, excerptLength);
        return new RenderedPost
        {
            Html = html,
            PlainText = plainText,
            ExcerptHtml = excerptHtml,
            ExcerptText = excerptText,
            Headings = document._headings.DrainToImmutable(),
            WordCount = WordCounter.Count(plainText),
        };
    }

    // Only the parts that something leads to keep a name.
    private void FindAsked(IEnumerable<TreeNode> nodes)
    {
        foreach (var element in nodes.OfType<ElementNode>())
        {
            if (LinkedParts.FragmentOf(element) is { } fragment)
            {
                _asked.Add(fragment);
            }

            FindAsked(element.Children);
        }
    }

    private void GiveAnchors(IEnumerable<TreeNode> nodes)
    {
        foreach (var element in nodes.OfType<ElementNode>())
        {
            var isHeading = element.Is("h1", "h2", "h3", "h4", "h5", "h6");
            var asked = element.Ids.FirstOrDefault(id => _asked.Contains(id) && !_given.ContainsKey(id));
            if (isHeading || asked is not null)
            {
                var text = isHeading ? Collapsed(TreeText.Of(element.Children)) : "";
                element.Anchor = _anchors.Add((isHeading ? element.SourceId : null) ?? asked ?? text);
                foreach (var id in element.Ids)
                {
                    _given.TryAdd(id, element.Anchor);
                }

                if (isHeading)
                {
                    _headings.Add(new Heading(element.Name[1] - '0', text, element.Anchor));
                }
            }

            GiveAnchors(element.Children);
        }
    }

    private void LeadLinks(IEnumerable<TreeNode> nodes)
    {
        foreach (var element in nodes.OfType<ElementNode>())
        {
            if (LinkedParts.FragmentOf(element) is { } fragment
                && (_given.GetValueOrDefault(fragment) ?? _anchors.Moved(fragment)) is { } anchor)
            {
                element.Attributes["href"] = "#" + anchor;
            }

            LeadLinks(element.Children);
        }
    }

    private (string Html, string Text) TakeExcerpt(string plainText, int length)
    {
        // The whole has been written, so the tree may be cut.
        if (CutAtMarker(_blocks))
        {
            return (HtmlWriter.Write(_blocks, isExcerpt: true), Collapsed(TreeText.SentencesOf(_blocks) is { Length: > 0 } said
                ? said
                : TreeText.Of(_blocks)));
        }

        var sentences = TreeText.SentencesOf(_blocks);
        var text = Excerpt.Cut(Collapsed(sentences.Length == 0 ? plainText : sentences), length);
        if (text.Length == 0)
        {
            return ("", "");
        }

        var paragraph = new ElementNode("p");
        paragraph.Children.Add(new TextNode(text));
        return (HtmlWriter.Write([paragraph], isExcerpt: true), text);
    }

    private static bool CutAtMarker(List<TreeNode> nodes)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var isHere = nodes[i] is MoreNode;
            var element = nodes[i] as ElementNode;
            if (isHere || (element is not null && CutAtMarker(element.Children)))
            {
                var from = isHere || element!.Children.Count == 0 ? i : i + 1;
                nodes.RemoveRange(from, nodes.Count - from);
                return true;
            }
        }

        return false;
    }

    private static string Collapsed(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            line.Append(line.Length == 0 ? "" : " ").Append(word);
        }

        return line.ToString();
    }
}
