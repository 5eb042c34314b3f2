using Markdig.Parsers;
using Markdig.Syntax;

namespace BlogKit.Internal;

internal static class BlockDepth
{
    /// <summary>Whether the place being parsed already lies inside so many quotations, list items and containers.</summary>
    public static bool IsReached(BlockProcessor processor, int maximum)
    {
        var depth = 0;
        for (Block? block = processor.CurrentContainer; block is not null; block = block.Parent)
        {
            if (block is not (ListBlock or MarkdownDocument) && ++depth >= maximum)
            {
                return true;
            }
        }

        return false;
    }
}
