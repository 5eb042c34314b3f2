using System.Globalization;
using System.Text;

namespace BlogKit.Html.Internal;

/// <summary>Writes blocks as Markdown.</summary>
internal sealed class BlockMarkdown(MarkdownStyle style)
{
    /// <summary>Whether a list that comes first stands behind another.</summary>
    public bool IsBehindList { get; init; }

    /// <summary>The Markdown of blocks, each apart from the next by an empty line.</summary>
    public string WriteAll(IReadOnlyList<TreeNode> blocks) => string.Join("\n\n", Each(blocks, IsBehindList ? 1 : 0));

    private string Write(IReadOnlyList<TreeNode> blocks) => string.Join("\n\n", Each(blocks));

    private IEnumerable<string> Each(IReadOnlyList<TreeNode> blocks, int lists = 0)
    {
        ElementNode? before = null;
        var behind = lists;
        foreach (var block in blocks)
        {
            // Two lists side by side would be one, but for their marks.
            lists = block is ElementNode list && list.Is("ul", "ol") && string.Equals(before?.Name, list.Name, StringComparison.Ordinal)
                ? lists + 1
                : behind;
            behind = 0;
            before = block as ElementNode;
            if (Block(block, isOtherList: lists % 2 == 1) is { Length: > 0 } markdown)
            {
                yield return markdown;
            }
        }
    }

    private string Block(TreeNode node, bool isOtherList)
    {
        if (node is not ElementNode element)
        {
            return node is MoreNode ? MoreNode.Markup : InlineMarkdown.Lines([node], style);
        }

        switch (element.Name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                return new string('#', element.Name[1] - '0') + " " + InlineMarkdown.Line(element.Children, style);
            case "hr":
                return "***";
            case "pre":
                return Code(element);
            case "blockquote":
                return Prefixed(Write(element.Children), "> ", "> ");
            case "ul" or "ol":
                return List(element, isOtherList);
            case "dl":
                return Definitions(element);
            case "table":
                return Table(element);
            case "figure":
                return Figure(element);
            case "details":
                return Write(element.Children);
            case "summary" or "figcaption":
                return InlineMarkdown.Lines(element.Children, style);
            case "audio" or "video" or "iframe":
                return Elsewhere(element);
            case "img" or "a":
                return InlineMarkdown.Lines([element], style);
            default:
                return Whitespace.HoldsBlocks(element) ? Write(element.Children) : InlineMarkdown.Lines(element.Children, style);
        }
    }

    private static string Code(ElementNode pre)
    {
        var code = (ElementNode)pre.Children[0];
        var text = ((TextNode)code.Children[0]).Value;
        var longest = 2;
        var length = 0;
        foreach (var c in text)
        {
            length = c is '`' ? length + 1 : 0;
            longest = Math.Max(longest, length);
        }

        var fence = new string('`', longest + 1);
        var language = code["class"] is { } name ? name["language-".Length..] : "";
        return $"{fence}{language}\n{(text.Length == 0 ? "" : text + "\n")}{fence}";
    }

    private string List(ElementNode list, bool isOther)
    {
        var isLoose = list.Children
            .OfType<ElementNode>()
            .Any(static item => item.Children.Exists(static block => block is ElementNode { Name: "p", IsImplied: false }));
        var number = int.TryParse(list["start"], NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var items = new List<string>();
        foreach (var item in list.Children.OfType<ElementNode>())
        {
            var mark = list.Is("ul")
                ? isOther ? "* " : "- "
                : string.Create(CultureInfo.InvariantCulture, $"{Math.Min(number++, 999_999_999)}{(isOther ? ')' : '.')} ");
            var content = !Whitespace.HoldsBlocks(item) ? InlineMarkdown.Lines(item.Children, style)
                : isLoose ? Write(item.Children)
                : string.Join('\n', Each(item.Children));
            items.Add(Prefixed(content, mark, new string(' ', mark.Length)));
        }

        return string.Join(isLoose ? "\n\n" : "\n", items);
    }

    private string Definitions(ElementNode list)
    {
        var text = new StringBuilder();
        ElementNode? before = null;
        foreach (var part in list.Children.OfType<ElementNode>())
        {
            if (part.Is("dt"))
            {
                text.Append(before is null ? "" : before.Is("dt") ? "\n" : "\n\n").Append(
                    MarkdownText.AtStart(InlineMarkdown.Line(part.Children, style)));
            }
            else
            {
                var content = Whitespace.HoldsBlocks(part) ? Write(part.Children) : InlineMarkdown.Lines(part.Children, style);
                text.Append(before is null ? "" : "\n").Append(Prefixed(content, ":   ", "    "));
            }

            before = part;
        }

        return text.ToString();
    }

    private string Table(ElementNode table)
    {
        ElementNode[] rows = [.. table.Children
            .OfType<ElementNode>()
            .Where(static part => !part.Is("caption"))
            .SelectMany(static part => part.Children.OfType<ElementNode>())];
        var caption = table.Children.OfType<ElementNode>().FirstOrDefault(static part => part.Is("caption"));
        var columns = rows.Length == 0 ? 0 : rows.Max(static row => row.Children.Count);
        if (columns == 0)
        {
            return caption is null ? "" : InlineMarkdown.Lines(caption.Children, style);
        }

        var lines = new List<string> { Row(rows[0]), "| " + string.Join(" | ", Enumerable.Range(0, columns).Select(Rule)) + " |" };
        lines.AddRange(rows.Skip(1).Select(Row));
        return (caption is null ? "" : InlineMarkdown.Lines(caption.Children, style) + "\n\n") + string.Join('\n', lines);

        string Row(ElementNode row) => "| "
            + string.Join(" | ", Enumerable.Range(0, columns).Select(i => i < row.Children.Count ? Cell((ElementNode)row.Children[i]) : ""))
            + " |";

        string Rule(int column) => rows
            .Select(row => column < row.Children.Count ? ((ElementNode)row.Children[column])["class"] : null)
            .FirstOrDefault(static side => side is not null) switch
        {
            "bk-left" => ":---",
            "bk-center" => ":---:",
            "bk-right" => "---:",
            _ => "---",
        };
    }

    private string Cell(ElementNode cell) => Whitespace.HoldsBlocks(cell)
        ? string.Join(' ', Each(cell.Children)).ReplaceLineEndings(" ")
        : InlineMarkdown.Line(cell.Children, style);

    // A picture with a title alone in its paragraph is a figure, and the title its caption.
    private string Figure(ElementNode figure)
    {
        if (figure.Children is not [ElementNode shown, ElementNode { Name: "figcaption" } caption]
            || PictureOf(shown) is not { } picture
            || caption.Children.Exists(Names.IsBlock))
        {
            return Write(figure.Children);
        }

        var credit = caption.Children is [.., ElementNode { Name: "small" } small] && small["class"] is "credit" ? small : null;
        TreeNode[] said = credit is null ? [.. caption.Children] : [.. caption.Children.SkipLast(1)];
        var title = string.Concat(said.OfType<TextNode>().Select(static text => text.Value)).Trim();
        if (said.Any(static node => node is not TextNode) || (title.Length == 0 && credit is null))
        {
            return Write(figure.Children);
        }

        var markdown = InlineMarkdown.Picture(picture, style, title);
        markdown = shown.Is("a") ? InlineMarkdown.Lines([Link(shown, picture, title)], style) : markdown;
        return credit is null ? markdown : markdown + "\n" + InlineMarkdown.Lines(credit.Children, style);
    }

    private static ElementNode Link(ElementNode link, ElementNode picture, string title)
    {
        var copy = new ElementNode("a");
        copy.Attributes["href"] = link["href"]!;
        var shown = new ElementNode("img");
        foreach (var (name, value) in picture.Attributes)
        {
            shown.Attributes[name] = value;
        }

        shown.Attributes["title"] = title;
        copy.Children.Add(shown);
        return copy;
    }

    private static ElementNode? PictureOf(ElementNode shown) =>
        shown.Is("img") ? shown : shown.Is("a") && shown.Children is [ElementNode { Name: "img" } picture] ? picture : null;

    private string Elsewhere(ElementNode element)
    {
        var sources = new[] { element["src"] }.Concat(
            element.Children.OfType<ElementNode>().Select(static source => source["src"])).OfType<string>().Take(1);
        return string.Join("\n\n", sources.Select(source =>
        {
            var link = new ElementNode("a");
            link.Attributes["href"] = source;
            link.Children.Add(new TextNode(element["title"] is { Length: > 0 } title ? title : source));
            return InlineMarkdown.Lines([link], style);
        }));
    }

    private static string Prefixed(string text, string first, string rest)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = i == 0 ? (first + lines[i]).TrimEnd(' ') : lines[i].Length == 0 ? rest.TrimEnd(' ') : rest + lines[i];
        }

        return string.Join('\n', lines);
    }
}
