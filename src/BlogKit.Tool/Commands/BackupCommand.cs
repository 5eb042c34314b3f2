using System.CommandLine;
using Microsoft.Data.Sqlite;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Copies the database while it is in use.</summary>
internal sealed class BackupCommand : HostCommand<BackupAnswer>
{
    // SQLITE_CANTOPEN, https://sqlite.org/rescode.html
    private const int CannotOpen = 14;

    private readonly Argument<string> _file = new("FILE") { Description = "The copy." };

    private readonly Option<bool> _force = new("--force") { Description = "Replaces a file that is there." };

    public BackupCommand(CommonOptions common)
        : base("backup", "Copies the whole database to a file, also while others write to it.", common, AnswersJson.Default.BackupAnswer)
    {
        Add(_file);
        Add(_force);
    }

    protected override bool OnlyConfirms => true;

    protected override async Task<Result<BackupAnswer>> RunAsync(
        BlogHost host, Terminal terminal, ParseResult input, CancellationToken cancellationToken)
    {
        var file = input.GetValue(_file)!;
        var force = input.GetValue(_force);
        if (string.Equals(Path.GetFullPath(file), Path.GetFullPath(host.Database), StringComparison.Ordinal))
        {
            return CommandErrors.File("FILE", "{field} is the database itself.");
        }

        if (File.Exists(file) && !force)
        {
            return BlogError.Of(
                ErrorKind.Conflict,
                ErrorCodes.Taken,
                "There is a file '{value}' already: choose another name, or replace it with --force.",
                "FILE",
                ("value", file));
        }

        try
        {
            await terminal.WorkAsync<SqliteBackupProgress>(
                "Copying",
                static done => $"{Words.Number(done.CopiedPages)} of {Words.Number(done.TotalPages)} pages",
                progress => host.Backup.WriteAsync(file, force, progress, cancellationToken));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException
            or SqliteException { SqliteErrorCode: CannotOpen })
        {
            return CommandErrors.File("FILE", "{field} '{file}' cannot be written: {cause}", ("file", file), ("cause", fault.Message));
        }

        return new BackupAnswer(file, new FileInfo(file).Length);
    }

    protected override void Show(BackupAnswer answer, IAnsiConsole console) =>
        console.MarkupLine($"{SafeText.Markup(answer.File)} was written, {Words.Number(answer.Bytes)} bytes.");
}
