using BlogKit.Storage;

namespace BlogKit;

/// <summary>The rule of every compare-and-swap.</summary>
internal static class Versions
{
    /// <summary>What refuses the save; null when nothing does.</summary>
    /// <param name="stored">The version stored; null when there is nothing with that identity.</param>
    /// <param name="expected">The version the change is based on; 0 inserts.</param>
    /// <param name="isOfAnother">Whether what is stored is of another blog: it is not there, but its identity is taken.</param>
    public static SaveOutcome? Compare(long? stored, long expected, bool isOfAnother = false) => (stored, expected) switch
    {
        (null, 0) => null,
        (null, _) => SaveOutcome.Missing,
        (_, 0) => SaveOutcome.Duplicate,
        _ when isOfAnother => SaveOutcome.Missing,
        var (s, e) when s == e => null,
        _ => SaveOutcome.Conflict,
    };

    /// <summary>What refuses the save of something with a name that belongs to a blog; null when nothing does.</summary>
    /// <param name="stored">The version stored; null when there is nothing with that identity.</param>
    /// <param name="expected">The version the change is based on; 0 inserts.</param>
    /// <param name="isOfAnother">Whether what is stored is of another blog.</param>
    /// <param name="isPossible">Whether the blog is there, and all else that it refers to.</param>
    /// <param name="isTaken">Whether something else has the name.</param>
    public static SaveOutcome? Compare(long? stored, long expected, bool isOfAnother, bool isPossible, bool isTaken) =>
        Compare(stored, expected, isOfAnother) ?? (!isPossible ? SaveOutcome.Missing : isTaken ? SaveOutcome.Duplicate : null);

    /// <summary>What refuses to delete the row that the statement finds; null when nothing does, and the row can be read.</summary>
    /// <param name="row">Finds nothing when there is nothing to delete.</param>
    /// <param name="expected">The version that is to be deleted.</param>
    /// <param name="column">Where the version stands.</param>
    public static SaveOutcome? CompareFound(Statement row, long expected, int column = 0) =>
        !row.Step() ? SaveOutcome.Missing
        : row.Int64(column) != expected ? SaveOutcome.Conflict
        : null;
}
