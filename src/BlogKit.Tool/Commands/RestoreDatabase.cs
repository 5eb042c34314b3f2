using System.CommandLine;
using System.Data.Common;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Puts a copy in the place of the database.</summary>
internal sealed class RestoreDatabase(CommonOptions common, Option<string?> from)
    : AnswerCommand<RestoreAnswer>(
        "restore-database", "Puts a copy in the place of the database.", common, AnswersJson.Default.RestoreAnswer)
{
    protected override bool OnlyConfirms => true;

    protected override async Task<Result<RestoreAnswer>> RunAsync(Terminal terminal, ParseResult input, CancellationToken cancellationToken)
    {
        var (database, copy) = (input.GetValue(Common.Database)!, input.GetValue(from)!);
        try
        {
            string? aside = null;
            await terminal.WorkAsync<SqliteBackupProgress>(
                "Copying",
                static done => $"{Words.Number(done.CopiedPages)} of {Words.Number(done.TotalPages)} pages",
                async progress => aside = await SqliteBackup.RestoreAsync(database, copy, progress, cancellationToken));
            return new RestoreAnswer(database, copy, aside);
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException or UnauthorizedAccessException or TimeoutException
            or ArgumentException or DbException)
        {
            return BlogError.Of(ErrorKind.Invalid, CommandErrors.DatabaseCode, "{cause}", from.Name, ("cause", fault.Message));
        }
    }

    protected override void Show(RestoreAnswer answer, IAnsiConsole console)
    {
        console.MarkupLine(
            $"{SafeText.Markup(answer.Database)} is what it was when {SafeText.Markup(answer.Copy)} was made. "
            + "Restart the hosts that use it: what they keep in memory is of before.");
        if (answer.SetAside is { } aside)
        {
            console.MarkupLine($"What was there before could not be read; it lies in {SafeText.Markup(aside)}.");
        }
    }
}
