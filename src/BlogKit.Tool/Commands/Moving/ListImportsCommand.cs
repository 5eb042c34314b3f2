using System.CommandLine;
using BlogKit.Interchange;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Lists the imports of the blog.</summary>
internal sealed class ListImportsCommand(CommonOptions common) : BlogCommand<ImportsAnswer>(
    "list", "Lists the imports of the blog, the newest first.", common, AnswersJson.Default.ImportsAnswer)
{
    private const int Most = 200;

    protected override Task<Result<BlogHost>> OpenAsync(
        string database, SettingsFile? settings, ParseResult input, CancellationToken cancellationToken) =>
        BlogHost.OpenAsync(database, settings, cancellationToken, static kit => kit.AddInterchange());

    protected override async Task<Result<ImportsAnswer>> RunAsync(
        BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        var runs = await session.Host.Services.GetRequiredService<BlogImporter>().ListAsync(
            session.Blog.Id, session.Actor, size: Most, cancellationToken: cancellationToken);
        return runs.Succeeded
            ? new ImportsAnswer([.. runs.Value.Select(static run => new ImportItem(
                run.Number, run.Source, run.StartedAt, run.EndedAt, run.UndoneAt, ImportCountsAnswer.Of(run.Counts)))])
            : runs.Errors;
    }

    protected override void Show(ImportsAnswer answer, IAnsiConsole console)
    {
        var table = new Table { Border = TableBorder.None };
        table.AddColumns("Number", "Source", "Began", "Came to its end", "Taken back", "Items");
        foreach (var run in answer.Items)
        {
            table.AddRow(
                Words.Number(run.Number),
                SafeText.Markup(run.Source),
                Words.Time(run.StartedAt),
                Words.Time(run.EndedAt),
                Words.Time(run.UndoneAt),
                Words.Number(run.Counts.Sum));
        }

        console.Write(table);
    }
}
