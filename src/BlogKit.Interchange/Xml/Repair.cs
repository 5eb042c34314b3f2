namespace BlogKit.Interchange.Internal;

/// <summary>Something that was mended in the characters of a file.</summary>
internal sealed class Repair(long line, long column, SourceNoteKind kind)
{
    /// <summary>What was mended.</summary>
    public SourceNoteKind Kind => kind;

    /// <summary>How many characters.</summary>
    public int Count { get; set; } = 1;

    public bool IsAt(long atLine, long atColumn, SourceNoteKind of) => line == atLine && column == atColumn && kind == of;

    public bool IsBefore(long otherLine, long otherColumn) => line < otherLine || (line == otherLine && column <= otherColumn);
}
