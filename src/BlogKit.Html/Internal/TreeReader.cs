using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace BlogKit.Html.Internal;

/// <summary>
/// Reads a parsed document into a tree that holds what a post may hold and nothing else, each kind of block where it may stand. Goes as
/// deep as the parser let the document be.
/// </summary>
internal sealed class TreeReader(WebAddress addresses, IReadOnlyCollection<string> frameHosts)
{
    private const int LongestId = 200;

    private readonly SortedSet<string> _removed = new(StringComparer.Ordinal);

    // Identities of what went, for what stays next, or around it.
    private readonly List<string> _waiting = [];

    /// <summary>What was taken out.</summary>
    public IReadOnlyCollection<string> Removed => _removed;

    public List<TreeNode> Read(INode body)
    {
        var blocks = Paragraphs(Children(body));
        GiveWaiting(blocks);
        return Whitespace.Blocks(blocks);
    }

    /// <summary>The same for nodes that stand side by side.</summary>
    public List<TreeNode> ReadAll(IEnumerable<INode> nodes) => Whitespace.Blocks(Paragraphs(Children(nodes)));

    private List<TreeNode> Children(INode parent) => Children(parent.ChildNodes);

    private List<TreeNode> Children(IEnumerable<INode> children)
    {
        var nodes = new List<TreeNode>();
        foreach (var child in children)
        {
            switch (child)
            {
                case IText text:
                    nodes.Add(new TextNode(Storable(text.Data)));
                    break;
                case IComment comment when MoreNode.IsMarker(comment.Data):
                    nodes.Add(new MoreNode());
                    break;
                case IElement element:
                    Add(element, nodes);
                    break;
            }
        }

        return nodes;
    }

    private void Add(IElement element, List<TreeNode> nodes)
    {
        var isHtml = string.Equals(element.NamespaceUri, NamespaceNames.HtmlUri, StringComparison.Ordinal);
        var name = isHtml ? Names.Others.GetValueOrDefault(element.LocalName, element.LocalName) : element.LocalName;
        if (!isHtml || Names.Dropped.Contains(name))
        {
            _removed.Add(element.LocalName);
            return;
        }

        if (Names.Containers.Contains(name))
        {
            // An empty paragraph keeps lines apart that stand beside each other.
            nodes.Add(new ElementNode("p"));
            _waiting.AddRange(IdsOf(element));
            var held = Paragraphs(Children(element));
            GiveWaiting(held);
            nodes.AddRange(held);
            nodes.Add(new ElementNode("p"));
            return;
        }

        if (!Names.Allowed.Contains(name) || IsRefused(element, name))
        {
            // A link without an address is a name for its place.
            if (!Names.Plain.Contains(name) && !(name is "a" && !element.HasAttribute("href")))
            {
                _removed.Add(element.LocalName);
            }

            _waiting.AddRange(IdsOf(element));
            nodes.AddRange(name is "iframe" ? [] : Children(element));
            return;
        }

        var kept = new ElementNode(name) { SourceId = IdOf(element.Id) };
        Attributes(element, kept);
        if (!IsMadeAnew(name))
        {
            TakeWaiting(kept);
        }

        switch (name)
        {
            case "pre" or "code":
                Code(element, kept);
                nodes.Add(kept);
                break;
            case "ul" or "ol":
                Items(Children(element), kept);
                nodes.Add(kept);
                break;
            case "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "dt" or "summary" or "caption":
                kept.Children.AddRange(InLine(Children(element)));
                nodes.Add(kept);
                break;
            case "li" or "dd" or "td" or "th" or "figcaption":
                kept.Children.AddRange(Flow(Children(element), isCell: name is "td" or "th" or "figcaption"));
                nodes.Add(kept);
                break;
            case "blockquote" or "details":
                kept.Children.AddRange(Paragraphs(Children(element), part: "summary"));
                nodes.Add(kept);
                break;
            case "figure":
                Figure(Children(element), kept);
                nodes.Add(kept);
                break;
            case "table" or "thead" or "tbody" or "tfoot" or "tr" or "dl" or "audio" or "video":
                Parts(Children(element), kept);
                Shape(kept);
                nodes.Add(kept);
                break;
            default:
                var inside = Names.Void.Contains(name) || name is "iframe" ? [] : Children(element);
                if (inside.Exists(Names.IsBlock))
                {
                    // A mark around blocks: what it holds stays.
                    _removed.Add(element.LocalName);
                    inside.OfType<ElementNode>().First(Names.IsBlock).OtherIds.AddRange(kept.Ids);
                    nodes.AddRange(inside);
                    return;
                }

                kept.Children.AddRange(inside);
                nodes.Add(kept);
                break;
        }

        if (IsHollow(kept))
        {
            _waiting.InsertRange(0, kept.Ids);
        }
        else if (!IsMadeAnew(name))
        {
            TakeWaiting(kept);
        }
    }

    // Written by what reads a line or a table, which knows no identities.
    private static bool IsMadeAnew(string name) => name is "br" or "input" or "source" or "thead" or "tbody" or "tfoot";

    // Goes when white space is written as a reader sees it.
    private static bool IsHollow(ElementNode element) =>
        (element.Is("p", "h1", "h2", "h3", "h4", "h5", "h6") || Names.Marks.Contains(element.Name))
        && element.Children.TrueForAll(Whitespace.IsBlank);

    private void TakeWaiting(ElementNode element)
    {
        element.OtherIds.AddRange(_waiting);
        _waiting.Clear();
    }

    private void GiveWaiting(List<TreeNode> blocks)
    {
        if (_waiting.Count > 0
            && blocks.FindLast(static node => node is ElementNode && !Whitespace.IsEmptyParagraph(node)) is ElementNode last)
        {
            TakeWaiting(last);
        }
    }

    private static string? IdOf(string? id) =>
        id is { Length: > 0 and <= LongestId } && !string.IsNullOrWhiteSpace(id) ? Storable(id) : null;

    private static IEnumerable<string> IdsOf(IElement element) =>
        new[] { IdOf(element.Id), element.LocalName is "a" ? IdOf(element.GetAttribute("name")) : null }.OfType<string>();

    private bool IsRefused(IElement element, string name) => name switch
    {
        "a" => addresses.Clean(element.GetAttribute("href")) is null,
        "img" or "source" => addresses.Clean(element.GetAttribute("src")) is null,
        "input" => !string.Equals(element.GetAttribute("type"), "checkbox", StringComparison.OrdinalIgnoreCase)
            || !element.HasAttribute("disabled"),
        "iframe" => !(Uri.TryCreate(element.GetAttribute("src"), UriKind.Absolute, out var url) && url.Scheme is "https"
            && url.IsDefaultPort && url.UserInfo.Length == 0
            && frameHosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase)),
        _ => false,
    };

    private void Attributes(IElement element, ElementNode kept)
    {
        var allowed = Names.Attributes.GetValueOrDefault(kept.Name);
        foreach (var attribute in element.Attributes)
        {
            var name = attribute.LocalName;
            var value = allowed?.Contains(name) is true ? ValueOf(kept.Name, name, attribute.Value) : null;
            if (value is not null)
            {
                kept.Attributes[name] = value;
            }
            else if (!Names.Silent.Contains(name)
                && !name.StartsWith("data-", StringComparison.Ordinal)
                && !name.StartsWith("aria-", StringComparison.Ordinal))
            {
                _removed.Add($"{element.LocalName}[{name}]");
            }
        }

        if (kept.Name is "img")
        {
            kept.Attributes.TryAdd("alt", "");
        }

        if (kept.Name is "td" or "th" && element.GetAttribute("align")?.Trim() is { } side && SideOf(side) is { } given)
        {
            kept.Attributes.TryAdd("class", given);
        }
    }

    private string? ValueOf(string element, string name, string value) => (element, name) switch
    {
        ("code", "class") => LanguageOf(value) is { } language ? "language-" + language : null,
        ("small", "class") => value is "credit" ? value : null,
        (_, "class") => SideOf(value.StartsWith("bk-", StringComparison.Ordinal) ? value[3..] : ""),
        ("input", "type") => "checkbox",
        ("ol", "type") => value is "a" or "A" or "i" or "I" ? value : null,
        ("ol", "start") when value.Trim() is "1" => null,
        ("th", "scope") => value is "row" or "rowgroup" ? value : null,
        ("td" or "th", "colspan" or "rowspan") when value.Trim() is "1" => null,
        _ when Names.Flags.Contains(name) => "",
        _ when Names.Numbers.Contains(name) => int.TryParse(
            value,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null,
        _ when Names.Addresses.Contains(name) => addresses.Clean(value),
        ("a" or "img", "title") when string.IsNullOrWhiteSpace(value) => null,
        _ => Storable(string.Join(' ', value.Split([' ', '\t', '\n', '\f', '\r'], StringSplitOptions.RemoveEmptyEntries))),
    };

    private static string? SideOf(string side) => side.ToUpperInvariant() switch
    {
        "LEFT" => "bk-left",
        "CENTER" => "bk-center",
        "RIGHT" => "bk-right",
        _ => null,
    };

    private static string? LanguageOf(string? classes)
    {
        foreach (var name in (classes ?? "").Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var language = name.StartsWith("language-", StringComparison.Ordinal) ? name[9..]
                : name.StartsWith("lang-", StringComparison.Ordinal) ? name[5..]
                : "";
            if (language.Length is > 0 and <= 40
                && language.All(static c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.' or '#' or '_'))
            {
                return language;
            }
        }

        return null;
    }

    // Code is text: what stands in it for its colours goes.
    private void Code(IElement element, ElementNode kept)
    {
        var text = new StringBuilder();
        Text(element, text);
        var code = Storable(text.ToString());
        if (kept.Name is "code")
        {
            kept.Children.Add(new TextNode(code));
            return;
        }

        var inner = new ElementNode("code");
        var only = element.Children.Length == 1 && element.Children[0].LocalName is "code" ? element.Children[0] : null;
        if ((LanguageOf(element.GetAttribute("class")) ?? LanguageOf(only?.GetAttribute("class"))) is { } language)
        {
            inner.Attributes["class"] = "language-" + language;
        }

        inner.Children.Add(new TextNode(code.EndsWith('\n') ? code[..^1] : code));
        kept.Children.Add(inner);
    }

    private void Text(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText piece)
            {
                text.Append(piece.Data);
            }
            else if (child is IElement { LocalName: "br" })
            {
                text.Append('\n');
            }
            else if (child is IElement element)
            {
                if (Names.Dropped.Contains(element.LocalName) || !(Names.Plain.Contains(element.LocalName) || element.LocalName is "code"))
                {
                    _removed.Add(element.LocalName);
                }

                if (!Names.Dropped.Contains(element.LocalName))
                {
                    Text(element, text);
                }
            }
        }
    }

    // What stands beside items belongs to the item before.
    private static void Items(List<TreeNode> nodes, ElementNode list)
    {
        foreach (var node in nodes)
        {
            if (node is ElementNode { Name: "li" })
            {
                list.Children.Add(node);
            }
            else if (!Whitespace.IsBlank(node))
            {
                if (list.Children.Count == 0)
                {
                    list.Children.Add(new ElementNode("li"));
                }

                ((ElementNode)list.Children[^1]).Children.Add(node);
            }
        }

        foreach (var item in list.Children.OfType<ElementNode>())
        {
            var flow = Flow([.. item.Children], isCell: false);
            item.Children.Clear();
            item.Children.AddRange(flow);
        }
    }

    private static void Parts(List<TreeNode> nodes, ElementNode parent)
    {
        string[] allowed = parent.Name switch
        {
            "table" => ["caption", "thead", "tbody", "tfoot"],
            "thead" or "tbody" or "tfoot" => ["tr"],
            "tr" => ["td", "th"],
            "dl" => ["dt", "dd"],
            "audio" or "video" => ["source"],
            _ => [],
        };
        foreach (var node in nodes)
        {
            if (node is ElementNode element && element.Is(allowed))
            {
                parent.Children.Add(node);
            }
            else if (!Whitespace.IsBlank(node) && parent.Name is "dl")
            {
                var part = new ElementNode("dd");
                part.Children.Add(node);
                parent.Children.Add(part);
            }
            else if (!Whitespace.IsBlank(node) && parent.Children.LastOrDefault() is ElementNode last && last.Is("td", "th"))
            {
                last.Children.Add(node);
            }
        }
    }

    /// <summary>Lines alone, or blocks: lines beside blocks become paragraphs.</summary>
    private static List<TreeNode> Flow(List<TreeNode> nodes, bool isCell)
    {
        if (!nodes.Exists(Names.IsBlock))
        {
            return nodes;
        }

        var blocks = Paragraphs(nodes, isImplied: !isCell).FindAll(static node => !Whitespace.IsEmptyParagraph(node));
        return isCell && blocks is [ElementNode { Name: "p" } only] ? only.Children : blocks;
    }

    // A picture stands in a figure without a paragraph around it.
    private static void Figure(List<TreeNode> nodes, ElementNode figure)
    {
        foreach (var block in Paragraphs(nodes, part: "figcaption"))
        {
            if (block is ElementNode { Name: "p" } paragraph
                && paragraph.Children.FindAll(static n => !Whitespace.IsBlank(n)) is [ElementNode only]
                && only.Is("img", "a"))
            {
                figure.Children.Add(only);
            }
            else if (!Whitespace.IsEmptyParagraph(block))
            {
                figure.Children.Add(block);
            }
        }
    }

    // A first row of headings is a table's head, and its other rows are one body.
    private static void Shape(ElementNode table)
    {
        if (!table.Is("table") || table.Children.OfType<ElementNode>().Any(static part => part.Is("tfoot")))
        {
            return;
        }

        ElementNode[] sections = [.. table.Children.OfType<ElementNode>().Where(static part => part.Is("thead", "tbody"))];
        ElementNode[] rows = [.. sections.SelectMany(static part => part.Children.OfType<ElementNode>())];
        var heads = sections.TakeWhile(static part => part.Is("thead")).Sum(static part => part.Children.Count);
        if (heads == 0
            && rows is [var first, ..]
            && first.Children.Count > 0
            && first.Children.TrueForAll(static cell => cell is ElementNode { Name: "th" }))
        {
            heads = 1;
        }

        table.Children.RemoveAll(sections.Contains);
        Section("thead", rows[..heads]);
        Section("tbody", rows[heads..]);

        void Section(string name, ElementNode[] held)
        {
            if (held.Length > 0)
            {
                var section = new ElementNode(name);
                section.Children.AddRange(held);
                table.Children.Add(section);
            }
        }
    }

    private static List<TreeNode> Paragraphs(List<TreeNode> nodes, string? part = null, bool isImplied = false)
    {
        var blocks = new List<TreeNode>();
        ElementNode? open = null;
        foreach (var node in nodes)
        {
            if (Names.IsBlock(node) || (node is MoreNode && open is null))
            {
                open = null;
                blocks.Add(node is ElementNode known && string.Equals(known.Name, part, StringComparison.Ordinal) ? node : Whole(node));
            }
            else if (open is not null || !Whitespace.IsBlank(node))
            {
                if (open is null)
                {
                    open = new ElementNode("p") { IsImplied = isImplied };
                    blocks.Add(open);
                }

                open.Children.Add(node);
            }
        }

        return blocks;
    }

    // A part without its whole, such as an item without a list, is a paragraph.
    private static TreeNode Whole(TreeNode node)
    {
        if (node is not ElementNode element || !Names.Parts.Contains(element.Name))
        {
            return node;
        }

        var whole = new ElementNode(element.Is("li") ? "ul" : "p");
        whole.Children.AddRange(element.Is("li") ? [element] : InLine(element.Children));
        return whole;
    }

    /// <summary>Blocks where only lines may stand give way to what they hold.</summary>
    private static List<TreeNode> InLine(List<TreeNode> nodes)
    {
        if (!nodes.Exists(Names.IsBlock))
        {
            return nodes;
        }

        var line = new List<TreeNode>();
        foreach (var node in nodes)
        {
            if (Names.IsBlock(node) && node is ElementNode element)
            {
                line.Add(new TextNode(" "));
                line.AddRange(InLine(element.Children));
                line.Add(new TextNode(" "));
            }
            else
            {
                line.Add(node);
            }
        }

        return line;
    }

    // As the renderer does it: what neither a page nor a database may hold is shown as missing.
    private static string Storable(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\uD800', '\uFFFF'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value is 0xFFFE or 0xFFFF or (< ' ' and not ('\t' or '\n' or '\f' or '\r')) ? "\uFFFD" : rune.ToString());
        }

        return clean.ToString();
    }
}
