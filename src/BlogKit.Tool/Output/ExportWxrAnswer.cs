using BlogKit.Interchange;

namespace BlogKit.CommandLine;

internal sealed record ExportWxrAnswer(
    string File, ImmutableArray<ExportWxrCount> Counts, ImmutableArray<ExportWxrNote> Notes, long FurtherNotes)
{
    public static ExportWxrAnswer Of(WxrWriterReport report, string file) => new(
        file,
        [.. report.Counts.Select(static c => new ExportWxrCount(Name(c.Kind), c.Written, c.Altered, c.LeftOut))],
        [.. report.Notes.Select(static n => new ExportWxrNote(Name(n.Kind), n.Id, n.IsLeftOut, n.Member, n.Detail))],
        report.FurtherNotes);

    private static string Name(WxrItemKind kind) => kind.ToString().ToLowerInvariant();
}

internal sealed record ExportWxrCount(string Kind, long Written, long Altered, long LeftOut);

internal sealed record ExportWxrNote(string Kind, string Id, bool IsLeftOut, string Member, string Detail);
