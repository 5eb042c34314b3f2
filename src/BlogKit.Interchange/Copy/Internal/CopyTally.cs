namespace BlogKit.Interchange.Internal;

/// <summary>Counts what becomes of lines and files, and tells it.</summary>
internal sealed class CopyTally(Action<CopyLine>? report, IProgress<CopyProgress>? progress, TimeProvider clock)
{
    private readonly SortedDictionary<string, CopyCounts> _byKind = new(StringComparer.Ordinal);
    private readonly long _began = clock.GetTimestamp();
    private long _done;

    public ImmutableSortedDictionary<string, CopyCounts> ByKind => _byKind.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public CopyCounts Counts => _byKind.Values.Aggregate(new CopyCounts(), static (all, counts) => new CopyCounts
    {
        Written = all.Written + counts.Written,
        Checked = all.Checked + counts.Checked,
        Stored = all.Stored + counts.Stored,
        Unchanged = all.Unchanged + counts.Unchanged,
        Conflicts = all.Conflicts + counts.Conflicts,
        Missing = all.Missing + counts.Missing,
        Refused = all.Refused + counts.Refused,
    });

    public void Tell(CopyLine line)
    {
        Count(line.Kind, line.Outcome);
        report?.Invoke(line);
    }

    public void Count(string kind, CopyOutcome outcome)
    {
        _byKind[kind] = (_byKind.GetValueOrDefault(kind) ?? new CopyCounts()).With(outcome);
        _done++;
    }

    public void TellProgress() => progress?.Report(new CopyProgress(_done, clock.GetElapsedTime(_began)));
}
