using Markdig.Parsers;
using Markdig.Syntax;

namespace BlogKit.Internal;

/// <summary>
/// Markdig looks through all blocks beside a paragraph to replace it by an underlined heading, which is quadratic in their number;
/// beyond a few thousand an underline is read as a line across the page.
/// </summary>
internal sealed class BoundedParagraphParser : ParagraphBlockParser
{
    private const int MaximumNeighbours = 4000;

    private readonly ParagraphBlockParser _withoutUnderlines = new() { ParseSetextHeadings = false };

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        block.Parent is { Count: > MaximumNeighbours }
            ? _withoutUnderlines.TryContinue(processor, block)
            : base.TryContinue(processor, block);
}
