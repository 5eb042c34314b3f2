using Markdig.Parsers;

namespace BlogKit.Internal;

/// <summary>Leaves markers nested deeper than the limit as text.</summary>
internal sealed class BoundedQuoteParser(int maximumNesting) : QuoteBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) =>
        BlockDepth.IsReached(processor, maximumNesting) ? BlockState.None : base.TryOpen(processor);
}
