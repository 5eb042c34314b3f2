using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace BlogKit.Internal;

/// <summary>
/// Every row of a table is filled up to its widest row, so a few wide lines and many short ones make a page a thousand times
/// as long as its source; a table beyond the limit is left as text.
/// </summary>
internal sealed class BoundedTableParser(PipeTableOptions options, LineBreakInlineParser lineBreaks, int maximumCells)
    : PipeTableParser(lineBreaks, options)
{
    // The judgement is kept with the paragraph: the parser's own state belongs to the base class.
    private static readonly object Judgement = new();
    private static readonly object Accepted = new();
    private static readonly object Refused = new();

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var block = processor.Block!;
        var judgement = block.GetData(Judgement);
        if (judgement is null)
        {
            judgement = Cells(slice.AsSpan()) <= maximumCells ? Accepted : Refused;
            block.SetData(Judgement, judgement);
        }

        return ReferenceEquals(judgement, Accepted) && base.Match(processor, ref slice);
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
