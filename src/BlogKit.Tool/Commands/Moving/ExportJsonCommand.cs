using System.CommandLine;
using BlogKit.Interchange;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Writes the whole blog as JSON lines.</summary>
internal sealed class ExportJsonCommand : BlogCommand<CopyAnswer>
{
    private const string Field = "PATH";

    private readonly Argument<string> _path = new(Field)
    {
        Description = "The file; compressed by gzip when its name ends in .gz. It stands under its name only when it is complete.",
    };

    private readonly Option<string?> _media = new("--media")
    {
        HelpName = "DIR",
        Description = "Copies pictures and files into this folder, each under its name; created where it is missing.",
    };

    private readonly Option<string?> _mediaStore = CopyFiles.MediaStore();

    private readonly Option<bool> _force = new("--force") { Description = "Replaces a file that is there." };

    public ExportJsonCommand(CommonOptions common)
        : base(
            "json",
            "Writes everything the blog has as JSON lines, of one moment, while it is in use. Keep the file as you keep the database.",
            common,
            AnswersJson.Default.CopyAnswer)
    {
        Add(_path);
        Add(_media);
        Add(_mediaStore);
        Add(_force);
    }

    protected override bool OnlyConfirms => true;

    protected override Task<Result<BlogHost>> OpenAsync(
        string database, SettingsFile? settings, ParseResult input, CancellationToken cancellationToken)
    {
        var media = CopyFiles.MediaStoreFolder(database, input.GetValue(_mediaStore));
        return BlogHost.OpenAsync(database, settings, cancellationToken, kit => kit.UseMediaFolder(media).AddInterchange());
    }

    protected override async Task<Result<CopyAnswer>> RunAsync(
        BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        var path = input.GetValue(_path)!;
        if (File.Exists(path) && !input.GetValue(_force))
        {
            return BlogError.Of(
                ErrorKind.Conflict,
                ErrorCodes.Taken,
                "There is a file '{value}' already: choose another name, or replace it with --force.",
                Field,
                ("value", path));
        }

        try
        {
            Result<CopyReport>? result = null;
            await OutputFile.WriteAsync(path, async file =>
            {
                result = await WriteAsync(session, file, path, input.GetValue(_media), cancellationToken);
                return result.Succeeded;
            });
            return result!.Succeeded ? CopyAnswer.Of(result.Value, path, null, Field) : result.Errors;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return CommandErrors.File(Field, "'{file}' cannot be written: {cause}", ("file", path), ("cause", fault.Message));
        }
    }

    protected override void Show(CopyAnswer answer, IAnsiConsole console) => answer.Show(console);

    private static async Task<Result<CopyReport>> WriteAsync(
        BlogSession session, Stream file, string path, string? media, CancellationToken cancellationToken)
    {
        var options = new CopyOptions
        {
            Compresses = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase),
            MediaFolder = media,
        };
        Result<CopyReport>? result = null;
        await session.Terminal.WorkAsync<CopyProgress>(
            "Writing",
            Words.Progress,
            async progress => result = await session.Host.Services.GetRequiredService<BlogCopy>().ExportAsync(
                session.Blog.Id, file, options, session.Actor, progress, cancellationToken: cancellationToken));
        return result!;
    }
}
