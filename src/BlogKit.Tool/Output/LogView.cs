using BlogKit.Moderation;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Tells lines of the moderation log.</summary>
internal static class LogView
{
    /// <summary>The lines with the names of the authors who acted.</summary>
    public static async Task<ImmutableArray<LogItem>> ReadAsync(
        BlogSession session, IEnumerable<ModerationRecord> records, CancellationToken cancellationToken)
    {
        var names = (await session.Host.Authors.ListAllAsync(session.Blog.Id, cancellationToken))
            .ToDictionary(static a => ActorKey.Author(a.Id), static a => a.DisplayName);
        return [.. records.Select(record => Item(record, names.GetValueOrDefault(record.ActorKey)))];
    }

    /// <summary>Who did what, when and why; without the findings.</summary>
    public static void Write(IAnsiConsole console, LogItem item)
    {
        var reason = item.Reason is { } text ? $": {text}" : "";
        console.MarkupLine(
            $"{Words.Time(item.At)} [bold]{Words.Action(item.Action)}[/] by [green]{SafeText.Markup(item.ActorName ?? item.Actor)}[/], "
            + $"{Words.Status(item.To)}{SafeText.Markup(reason)}");
    }

    private static LogItem Item(ModerationRecord record, string? actorName) => new()
    {
        At = record.At,
        Actor = record.ActorKey.ToString(),
        ActorName = actorName,
        Action = record.Action,
        From = record.From,
        To = record.To,
        Revision = record.Revision,
        Reason = record.Reason,
        Outcome = record.Decision?.Outcome,
        Findings = [.. Findings(record).Select(static f => new FindingItem(f.Policy, f.PolicyVersion, f.Code, f.Reason, f.Outcome))],
    };

    private static ImmutableArray<ModerationFinding> Findings(ModerationRecord record) =>
        record.Decision is { Findings: { IsDefault: false } findings } ? findings : [];
}
