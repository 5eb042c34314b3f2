using Markdig.Parsers;

namespace BlogKit.Internal;

/// <summary>Reads the excerpt marker on a line of its own, whether or not raw HTML is allowed.</summary>
internal sealed class MoreBlockParser : BlockParser
{
    public MoreBlockParser() => OpeningCharacters = ['<'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
        {
            return BlockState.None;
        }

        var line = processor.Line.AsSpan();
        var length = MoreMarker.LengthAt(line);
        if (length == 0 || !line[length..].IsWhiteSpace())
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(new MoreBlock(this) { Line = processor.LineIndex, Column = processor.Column });
        return BlockState.BreakDiscard;
    }
}
