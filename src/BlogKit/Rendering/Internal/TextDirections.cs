using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BlogKit.Internal;

/// <summary>
/// Which lists, quotations and tables run the other way than what is around them, by their first letter. A page runs a text by its first
/// letter; bullets, bars and columns stand on the side of the element's own direction, so those that differ say it. Most texts run one way,
/// and nothing is said.
/// </summary>
internal static class TextDirections
{
    private static readonly Dictionary<Block, string> s_none = [];

    /// <summary>The blocks that differ, each with what its attribute <c>dir</c> says.</summary>
    public static IReadOnlyDictionary<Block, string> Differing(MarkdownDocument document, string markdown)
    {
        if (!MayRunRightToLeft(markdown))
        {
            return s_none;
        }

        var own = new Dictionary<Block, bool>();
        var differing = new Dictionary<Block, string>();
        Mark(document, Read(document, own) ?? false, own, differing);
        return differing;
    }

    /// <summary>Says it in the attributes of a tree that Markdig writes.</summary>
    public static void Apply(MarkdownDocument document, string markdown)
    {
        foreach (var (block, direction) in Differing(document, markdown))
        {
            Markdig.Renderers.Html.HtmlAttributesExtensions.GetAttributes(block).AddPropertyIfNotExist("dir", direction);
        }
    }

    private static bool MayRunRightToLeft(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u0590', '\u08FF')
        || text.ContainsAnyInRange('\uFB1D', '\uFEFC')
        || text.ContainsAnyInRange('\uD802', '\uD83B');

    // Null for a block without a letter.
    private static bool? Read(Block block, Dictionary<Block, bool> own)
    {
        bool? first = null;
        switch (block)
        {
            case ContainerBlock container:
                foreach (var child in container)
                {
                    var inner = Read(child, own);
                    first ??= inner;
                }

                break;
            case CodeBlock code:
                for (var i = 0; i < code.Lines.Count && first is null; i++)
                {
                    first = First(code.Lines.Lines[i].Slice.AsSpan());
                }

                break;
            case LeafBlock { Inline: { } inlines }:
                first = Read(inlines);
                break;
        }

        if (first is { } direction)
        {
            own[block] = direction;
        }

        return first;
    }

    // Without recursion: inlines may be nested more deeply than blocks.
    private static bool? Read(ContainerInline root)
    {
        var inline = root.FirstChild;
        while (inline is not null)
        {
            var found = inline switch
            {
                LiteralInline literal => First(literal.Content.AsSpan()),
                CodeInline code => First(code.ContentSpan),
                AutolinkInline link => First(link.Url),
                HtmlEntityInline entity => First(entity.Transcoded.AsSpan()),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }

            // A picture's words are not on the page.
            Inline? next = inline is ContainerInline container and not LinkInline { IsImage: true } ? container.FirstChild : null;
            while (next is null && inline is not null && inline != root)
            {
                next = inline.NextSibling;
                inline = inline.Parent;
            }

            inline = next;
        }

        return null;
    }

    private static bool? First(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0x200F or 0x061C)
            {
                return true;
            }

            if (rune.Value is 0x200E || Rune.IsLetter(rune))
            {
                return rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC)
                    or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
            }
        }

        return null;
    }

    private static void Mark(ContainerBlock container, bool isRightToLeft, Dictionary<Block, bool> own, Dictionary<Block, string> differing)
    {
        foreach (var child in container.OfType<ContainerBlock>())
        {
            var inner = isRightToLeft;
            if (child is ListBlock or QuoteBlock or Table && own.TryGetValue(child, out var direction) && direction != isRightToLeft)
            {
                differing[child] = direction ? "rtl" : "ltr";
                inner = direction;
            }

            Mark(child, inner, own, differing);
        }
    }
}
