namespace BlogKit.Interchange.Internal;

/// <summary>Counts what became of the items, each once, and hands their lines to whoever wants them.</summary>
internal sealed class ImportTally(Action<ItemReport>? report)
{
    private readonly Dictionary<string, ImportCounts> _byKind = new(StringComparer.Ordinal);
    private readonly Dictionary<SourceNoteKind, long> _notes = [];

    public ImportCounts Counts { get; private set; } = ImportCounts.None;

    public long Done { get; private set; }

    public long MarkdownTexts { get; set; }

    public long HtmlTexts { get; set; }

    public long AddressesLeftOut { get; set; }

    public ImmutableSortedDictionary<string, ImportCounts> ByKind => _byKind.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public ImmutableSortedDictionary<SourceNoteKind, long> Notes => _notes.ToImmutableSortedDictionary();

    /// <summary>Tells the outcome of an item; one that was taken with notes counts as altered.</summary>
    public void Tell(
        ImportItem item, ImportOutcome outcome, string? reason = null, IReadOnlyCollection<SourceNote>? notes = null, Guid? id = null)
    {
        ImmutableArray<SourceNote> all = notes is null ? item.Notes : [.. item.Notes, .. notes];
        if (outcome is ImportOutcome.Imported or ImportOutcome.Updated && all.Length > 0)
        {
            outcome = ImportOutcome.Altered;
        }

        var kind = ItemKinds.Of(item);
        Done++;
        Counts = Plus(Counts, outcome);
        _byKind[kind] = Plus(_byKind.GetValueOrDefault(kind, ImportCounts.None), outcome);
        if (outcome is ImportOutcome.Altered)
        {
            foreach (var note in all)
            {
                _notes[note.Kind] = _notes.GetValueOrDefault(note.Kind) + 1;
            }
        }

        report?.Invoke(new ItemReport
        {
            Kind = kind,
            OriginalId = item.OriginalId,
            Place = item.Place,
            Label = ItemKinds.LabelOf(item),
            Outcome = outcome,
            Reason = reason,
            Notes = all,
            ItemId = id,
        });
    }

    private static ImportCounts Plus(ImportCounts counts, ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Imported => counts with { Imported = counts.Imported + 1 },
        ImportOutcome.Updated => counts with { Updated = counts.Updated + 1 },
        ImportOutcome.Unchanged => counts with { Unchanged = counts.Unchanged + 1 },
        ImportOutcome.Kept => counts with { Kept = counts.Kept + 1 },
        ImportOutcome.Altered => counts with { Altered = counts.Altered + 1 },
        _ => counts with { Refused = counts.Refused + 1 },
    };
}
