using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BlogKit.Internal;

/// <summary>
/// Makes a figure of a picture alone in its paragraph that has a title, which becomes the caption, or is followed, in the next line or
/// the next paragraph, by a line beginning with "Photo Credit:" or "Credit:".
/// </summary>
internal static class FigureTransform
{
    private static readonly string[] CreditWords =
        ["Photo Credit:", "Photo credits:", "Image credit:", "Picture credit:", "Credit:", "Credits:"];

    public static void Apply(ContainerBlock container)
    {
        var taken = new HashSet<Block>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < container.Count; i++)
        {
            if (container[i] is ContainerBlock inner)
            {
                Apply(inner);
            }
            else if (container[i] is ParagraphBlock { Inline: { } content } && TryRead(content, out var picture, out var hasCredit))
            {
                var creditParagraph = !hasCredit
                    && i + 1 < container.Count
                    && container[i + 1] is ParagraphBlock next
                    && IsCredit(next.Inline?.FirstChild)
                    ? next
                    : null;
                var image = Image(picture)!;
                if (!hasCredit && creditParagraph is null && string.IsNullOrWhiteSpace(image.Title))
                {
                    continue;
                }

                var figure = new FigureBlock(picture, string.IsNullOrWhiteSpace(image.Title)
                    ? null
                    : image.Title)
                { Line = container[i].Line };
                image.Title = null;
                if (hasCredit)
                {
                    content.FirstChild!.Remove();
                    ((ParagraphBlock)container[i]).Inline = null;
                    figure.Inline = content;
                }
                else if (creditParagraph is not null)
                {
                    var credit = creditParagraph.Inline;
                    creditParagraph.Inline = null;
                    figure.Inline = credit;
                    taken.Add(creditParagraph);
                }

                container[i] = figure;
            }
        }

        RemoveAll(container, taken);
    }

    // Taking them out one by one moves all that follow, every time.
    private static void RemoveAll(ContainerBlock container, HashSet<Block> taken)
    {
        if (taken.Count == 0)
        {
            return;
        }

        Block[] blocks = [.. container];
        container.Clear();
        foreach (var block in blocks)
        {
            if (!taken.Contains(block))
            {
                container.Add(block);
            }
        }
    }

    private static bool TryRead(ContainerInline content, out Inline picture, out bool hasCredit)
    {
        picture = content.FirstChild!;
        hasCredit = false;
        if (Image(content.FirstChild) is null)
        {
            return false;
        }

        var next = picture.NextSibling;
        hasCredit = next is LineBreakInline && IsCredit(next.NextSibling);
        return next is null || hasCredit;
    }

    private static LinkInline? Image(Inline? inline) => inline switch
    {
        LinkInline { IsImage: true } image => image,
        LinkInline { FirstChild: LinkInline { IsImage: true, NextSibling: null } linked } => linked,
        _ => null,
    };

    private static bool IsCredit(Inline? inline)
    {
        while (inline is EmphasisInline emphasis)
        {
            inline = emphasis.FirstChild;
        }

        if (inline is not LiteralInline literal)
        {
            return false;
        }

        var text = literal.Content.AsSpan().TrimStart();
        foreach (var word in CreditWords)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
