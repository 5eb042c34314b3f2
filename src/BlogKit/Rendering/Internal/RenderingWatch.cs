using Markdig;
using Markdig.Parsers;

namespace BlogKit.Internal;

/// <summary>Lets a rendering end when nobody waits for it any more: asked at every line, bracket and mark of emphasis.</summary>
internal sealed class RenderingWatch : BlockParser
{
    private static readonly object Key = new();

    /// <summary>What the parser is given to know when to stop; null when it never has to.</summary>
    public static MarkdownParserContext? Context(CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled)
        {
            return null;
        }

        var context = new MarkdownParserContext();
        context.Properties[Key] = cancellationToken;
        return context;
    }

    /// <summary>Throws when nobody waits for the text.</summary>
    public static void Check(InlineProcessor processor) => Check(processor.Context);

    public override BlockState TryOpen(BlockProcessor processor)
    {
        Check(processor.Context);
        return BlockState.None;
    }

    private static void Check(MarkdownParserContext? context)
    {
        if (context is not null && context.Properties.TryGetValue(Key, out var token))
        {
            ((CancellationToken)token).ThrowIfCancellationRequested();
        }
    }
}
