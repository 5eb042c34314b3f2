using Markdig.Extensions.CustomContainers;
using Markdig.Parsers;

namespace BlogKit.Internal;

/// <summary>Leaves containers nested deeper than the limit as text.</summary>
internal sealed class BoundedContainerParser(int maximumNesting) : CustomContainerParser
{
    public override BlockState TryOpen(BlockProcessor processor) =>
        BlockDepth.IsReached(processor, maximumNesting) ? BlockState.None : base.TryOpen(processor);
}
