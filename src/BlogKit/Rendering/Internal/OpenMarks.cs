using Markdig.Parsers;

namespace BlogKit.Internal;

/// <summary>
/// Counts the marks a parser has left open in the paragraph at hand. The count is kept in the parser's state, which Markdig empties for
/// every paragraph, as one of a row of objects made beforehand: counting allocates nothing.
/// </summary>
internal sealed class OpenMarks
{
    private readonly OpenMarks[] _row;
    private readonly int _count;

    private OpenMarks(OpenMarks[] row, int count)
    {
        _row = row;
        _count = count;
    }

    /// <summary>The count 0, from which all others up to the maximum are reached.</summary>
    public static OpenMarks UpTo(int maximum)
    {
        var row = new OpenMarks[maximum + 1];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = new OpenMarks(row, i);
        }

        return row[0];
    }

    public bool IsFull(InlineProcessor processor, int parser) => Current(processor, parser)._count == _row.Length - 1;

    public void Opened(InlineProcessor processor, int parser) =>
        processor.ParserStates[parser] = _row[Math.Min(Current(processor, parser)._count + 1, _row.Length - 1)];

    public void Closed(InlineProcessor processor, int parser) =>
        processor.ParserStates[parser] = _row[Math.Max(Current(processor, parser)._count - 1, 0)];

    private OpenMarks Current(InlineProcessor processor, int parser) => processor.ParserStates[parser] as OpenMarks ?? this;
}
