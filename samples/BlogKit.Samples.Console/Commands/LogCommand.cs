using System.Collections.Immutable;
using System.CommandLine;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Tells what was done with a comment.</summary>
internal sealed class LogCommand : BlogCommand<LogAnswer>
{
    private readonly Argument<CommentId> _id = new("ID") { Description = "The comment.", CustomParser = Parsers.CommentId };

    public LogCommand(CommonOptions common)
        : base("log", "Tells who did what with a comment, and why, oldest first.", common, AnswersJson.Default.LogAnswer) => Add(_id);

    protected override async Task<Result<LogAnswer>> RunAsync(BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        var id = input.GetValue(_id);
        var records = await session.Host.Moderation.ListRecordsAsync(id, session.Actor, cancellationToken);
        if (!records.Succeeded)
        {
            return records.Errors;
        }

        if (records.Value is not [var first, ..] || first.BlogId != session.Blog.Id)
        {
            return CommandErrors.CommentNotFound;
        }

        var names = (await session.Host.Authors.ListAsync(session.Blog.Id, cancellationToken))
            .ToDictionary(static a => $"author:{a.Id}", static a => a.DisplayName, StringComparer.Ordinal);
        return new LogAnswer(id, [.. records.Value.Select(record => Item(record, names.GetValueOrDefault(record.ActorKey)))]);
    }

    protected override void Show(LogAnswer answer, IAnsiConsole console)
    {
        foreach (var item in answer.Items)
        {
            var reason = item.Reason is { } text ? $": {text}" : "";
            console.MarkupLine(
                $"{Words.Time(item.At)} [bold]{Words.Action(item.Action)}[/] by [green]{SafeText.Markup(item.ActorName ?? item.Actor)}[/], {Words.Status(item.To)}{SafeText.Markup(reason)}");
            foreach (var finding in item.Findings)
            {
                console.MarkupLine(
                    $"  [dim]{SafeText.Markup($"{finding.Policy} {finding.PolicyVersion}: {Words.Outcome(finding.Outcome)}, {finding.Code}. {finding.Reason}")}[/]");
            }
        }
    }

    private static LogItem Item(ModerationRecord record, string? actorName) => new()
    {
        At = record.At,
        Actor = record.ActorKey,
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
