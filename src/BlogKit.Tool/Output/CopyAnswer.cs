using System.Globalization;
using System.Text.Json.Serialization;
using BlogKit.Interchange;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>What became of a copy: nothing that was not stored goes without an error.</summary>
internal sealed record CopyAnswer(
    string File,
    string Blog,
    bool IsDryRun,
    bool IsWhole,
    CopyCountsAnswer Counts,
    IReadOnlyDictionary<string, CopyCountsAnswer> ByKind,
    string? Report) : IPartialAnswer
{
    [JsonIgnore]
    public ImmutableArray<string> Lines { get; init; } = [];

    [JsonIgnore]
    public ImmutableArray<BlogError> Errors { get; init; } = [];

    public static CopyAnswer Of(CopyReport report, string file, string? reportFile, string field)
    {
        var notTaken = report.Counts.Refused + report.Counts.Missing + report.Counts.Conflicts;
        return new CopyAnswer(
            file,
            report.Key,
            report.IsDryRun,
            report.IsWhole,
            CopyCountsAnswer.Of(report.Counts),
            report.ByKind.ToDictionary(static k => k.Key, static k => CopyCountsAnswer.Of(k.Value), StringComparer.Ordinal),
            reportFile)
        {
            Lines = [.. Summary(report)],
            Errors = notTaken == 0 && report.IsWhole
                ? []
                : [
                    CommandErrors.File(
                        field,
                        report.IsWhole
                            ? "Lines that were not taken: {count}. --report says which and why."
                            : "The copy is not whole. Lines that were not taken: {count}. --report says which and why.",
                        ("count", notTaken)),
                ],
        };
    }

    public static IEnumerable<string> Summary(CopyReport report)
    {
        yield return $"Blog {report.Key}, written {Words.Time(report.WrittenAt)} by {report.WrittenBy}";
        if (report.IsDryRun)
        {
            yield return "Dry run: nothing was written";
        }

        foreach (var (kind, counts) in report.ByKind)
        {
            yield return $"  {(kind.Length == 0 ? "unreadable" : kind)}: {Say(counts)}";
        }

        yield return $"  all together: {Say(report.Counts)}";
    }

    public void Show(IAnsiConsole console)
    {
        foreach (var line in Lines)
        {
            console.WriteLine(SafeText.Line(line));
        }

        if (Report is { } report)
        {
            console.MarkupLine($"Every line: {SafeText.Markup(report)}");
        }
    }

    private static string Say(CopyCounts counts)
    {
        (string Name, long Count)[] all =
        [
            ("written", counts.Written), ("checked", counts.Checked), ("stored", counts.Stored), ("unchanged", counts.Unchanged),
            ("in conflict", counts.Conflicts), ("missing something", counts.Missing), ("refused", counts.Refused),
        ];
        return string.Join(
            ", ",
            all.Where(static c => c.Count > 0).Select(static c => string.Create(CultureInfo.InvariantCulture, $"{c.Count} {c.Name}")));
    }
}
