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
}
