using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace BlogKit.Internal;

/// <summary>
/// Every row of a table is filled up to its widest row, so a few wide lines and many short ones make a page a thousand times
/// as long as its source; a table beyond the limit is left as text.
/// </summary>
internal sealed class BoundedTableParser(PipeTableOptions options, LineBreakInlineParser lineBreaks, int maximumCells) : PipeTableParser(lineBreaks, options)
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var judgement = processor.GetParserState(this, static () => new TableJudgement());
        return judgement.IsSmallEnough(processor.Block, slice, maximumCells) && base.Match(processor, ref slice);
    }

    private sealed class TableJudgement
    {
        private LeafBlock? _block;
        private bool _isSmallEnough;

        public bool IsSmallEnough(LeafBlock? block, StringSlice slice, int maximumCells)
        {
            if (!ReferenceEquals(_block, block))
            {
                _block = block;
                _isSmallEnough = Cells(slice.AsSpan()) <= maximumCells;
            }

            return _isSmallEnough;
        }

        private static long Cells(ReadOnlySpan<char> text)
        {
            long lines = 0;
            long columns = 0;
            foreach (var line in text.EnumerateLines())
            {
                lines++;
                columns = Math.Max(columns, line.Count('|') + 1);
            }

            return lines * columns;
        }
    }
}
