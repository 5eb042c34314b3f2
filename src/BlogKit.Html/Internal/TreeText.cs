using System.Text;

namespace BlogKit.Html.Internal;

/// <summary>What a reader sees of a tree as text.</summary>
internal static class TreeText
{
    public static string Of(IEnumerable<TreeNode> nodes)
    {
        var text = new StringBuilder();
        Write(nodes, text, isWhole: true);
        return text.ToString().Trim();
    }

    /// <summary>What is said in sentences: without headings, code blocks and figures.</summary>
    public static string SentencesOf(IEnumerable<TreeNode> nodes)
    {
        var text = new StringBuilder();
        Write(nodes, text, isWhole: false);
        return text.ToString().Trim();
    }

    private static void Write(IEnumerable<TreeNode> nodes, StringBuilder text, bool isWhole)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case TextNode piece:
                    text.Append(piece.Value);
                    break;
                case ElementNode { Name: "br" }:
                    text.Append('\n');
                    break;
                case ElementNode passed when !isWhole && passed.Is("h1", "h2", "h3", "h4", "h5", "h6", "pre", "figure"):
                    break;
                case ElementNode element:
                    var isBlock = Names.IsBlock(element);
                    EndLine(isBlock, text);
                    Write(element.Children, text, isWhole);
                    EndLine(isBlock, text);
                    break;
            }
        }
    }

    private static void EndLine(bool isBlock, StringBuilder text)
    {
        if (isBlock && text.Length > 0 && text[^1] is not '\n')
        {
            text.Append('\n');
        }
    }
}
