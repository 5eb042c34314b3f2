using BlogKit.Interchange;

namespace BlogKit.CommandLine;

internal sealed record ImportAnswer(
    long? Number,
    string Source,
    ImportCountsAnswer Counts,
    IReadOnlyDictionary<string, ImportCountsAnswer> ByKind,
    long MarkdownTexts,
    long HtmlTexts,
    long AddressesLeftOut,
    long Redirects,
    string? Report,
    string? MapDraft,
    ImmutableArray<string> Summary)
{
    public static ImportAnswer Of(ImportReport report, string? path, string? draft) => new(
        report.Number,
        report.Source,
        ImportCountsAnswer.Of(report.Counts),
        report.ByKind.ToDictionary(static k => k.Key, static k => ImportCountsAnswer.Of(k.Value), StringComparer.Ordinal),
        report.MarkdownTexts,
        report.HtmlTexts,
        report.AddressesLeftOut,
        report.Redirects,
        path,
        draft,
        [.. ImportReportFile.Describe(report)]);
}

internal sealed record ImportCountsAnswer(long Imported, long Updated, long Unchanged, long Kept, long Altered, long Refused)
{
    public long Sum => Imported + Updated + Unchanged + Kept + Altered + Refused;

    public static ImportCountsAnswer Of(ImportCounts counts) =>
        new(counts.Imported, counts.Updated, counts.Unchanged, counts.Kept, counts.Altered, counts.Refused);
}

internal sealed record ImportsAnswer(ImmutableArray<ImportItem> Items);

internal sealed record ImportItem(
    long Number, string Source, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, DateTimeOffset? UndoneAt, ImportCountsAnswer Counts);

internal sealed record UndoImportAnswer(long Number, long Removed, ImmutableArray<KeptItem> Kept);

internal sealed record KeptItem(string Kind, string OriginalId, string Label, string? Reason);
