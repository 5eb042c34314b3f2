using System.CommandLine;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Says whether the database is whole.</summary>
internal sealed class CheckCommand(CommonOptions common)
    : HostCommand<CheckAnswer>(
        "check",
        "Says whether the database is whole: pages, references and numbers. Changes nothing.",
        common,
        AnswersJson.Default.CheckAnswer)
{
    protected override Task<Result<BlogHost>> OpenAsync(
        string database, SettingsFile? settings, ParseResult input, CancellationToken cancellationToken) =>
        BlogHost.OpenDamagedAsync(database, settings, cancellationToken);

    protected override async Task<Result<CheckAnswer>> RunAsync(
        BlogHost host, Terminal terminal, ParseResult input, CancellationToken cancellationToken)
    {
        try
        {
            var problems = await host.Check.RunAsync(cancellationToken);
            return new CheckAnswer(host.Database, problems)
            {
                Errors = [.. problems.Select(static problem => CommandErrors.Database("{cause}", ("cause", problem)))],
            };
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException)
        {
            return CommandErrors.Database("{cause}", ("cause", fault.Message));
        }
    }

    protected override void Show(CheckAnswer answer, IAnsiConsole console)
    {
        if (answer.Problems.IsEmpty)
        {
            console.MarkupLine($"{SafeText.Markup(answer.Database)} is whole.");
        }
    }
}
