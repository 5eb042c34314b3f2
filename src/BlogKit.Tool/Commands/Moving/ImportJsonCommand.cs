using System.CommandLine;
using BlogKit.Interchange;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Reads a copy that <c>export json</c> wrote.</summary>
internal sealed class ImportJsonCommand : HostCommand<CopyAnswer>
{
    private const string Field = "PATH";

    private readonly Argument<string> _path = new(Field) { Description = "The file that 'blogkit export json' wrote, compressed or not." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Checks the whole file, and changes nothing." };

    private readonly Option<string?> _media = new("--media")
    {
        HelpName = "DIR",
        Description = "The folder in which the pictures and files of the copy lie.",
    };

    private readonly Option<string?> _mediaStore = CopyFiles.MediaStore();

    private readonly Option<string?> _report = new("--report")
    {
        HelpName = "FILE",
        Description = "Where the report goes: every line of the copy as JSON when the name ends in .json, else as text those that were "
            + "not taken.",
    };

    public ImportJsonCommand(CommonOptions common)
        : base(
            "json",
            "Reads a whole blog from the JSON lines that 'export json' wrote; creates the database where there is none.",
            common,
            AnswersJson.Default.CopyAnswer)
    {
        Add(_path);
        Add(_dryRun);
        Add(_media);
        Add(_mediaStore);
        Add(_report);
    }

    protected override async Task<Result<BlogHost>> OpenAsync(
        string database, SettingsFile? settings, ParseResult input, CancellationToken cancellationToken)
    {
        var path = input.GetValue(_path)!;
        if (!File.Exists(path))
        {
            return CommandErrors.NoFile(Field, path);
        }

        if (input.GetValue(_media) is { } folder && !Directory.Exists(folder))
        {
            return CommandErrors.NoFile("--media", folder);
        }

        var media = CopyFiles.MediaStoreFolder(database, input.GetValue(_mediaStore));
        return File.Exists(database) || input.GetValue(_dryRun)
            ? await BlogHost.OpenAsync(database, settings, cancellationToken, Configure)
            : await BlogHost.PrepareAsync(database, settings, cancellationToken, Configure);

        void Configure(BlogKitBuilder kit) => kit.UseMediaFolder(media).AddInterchange();
    }

    protected override async Task<Result<CopyAnswer>> RunAsync(
        BlogHost host, Terminal terminal, ParseResult input, CancellationToken cancellationToken)
    {
        var actor = await FindActorAsync(host, input, cancellationToken);
        if (!actor.Succeeded)
        {
            return actor.Errors;
        }

        try
        {
            return await ReadAsync(host, terminal, actor.Value, input, cancellationToken);
        }
        catch (ImportSourceException fault)
        {
            return CommandErrors.File(Field, "{cause}", ("cause", fault.Message));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return CommandErrors.File(Field, "A file cannot be read or written: {cause}", ("cause", fault.Message));
        }
    }

    protected override void Show(CopyAnswer answer, IAnsiConsole console) => answer.Show(console);

    // The blog is the one the copy is of, which need not be here yet; who acts is an author of the one that is named.
    private async Task<Result<Actor>> FindActorAsync(BlogHost host, ParseResult input, CancellationToken cancellationToken)
    {
        if (input.GetValue(Common.As) is not { } slug)
        {
            return Actor.System;
        }

        var blog = await host.Blogs.GetByKeyAsync(input.GetValue(Common.Blog)!, cancellationToken);
        if (!blog.Succeeded)
        {
            return blog.Errors;
        }

        var author = await host.Authors.GetBySlugAsync(blog.Value.Id, slug, cancellationToken);
        return author.Succeeded
            ? Actor.Author(author.Value)
            : BlogError.Of(ErrorKind.NotFound, ErrorCodes.AuthorNotFound, "There is no author '{slug}'.", "--as", ("slug", slug));
    }

    private async Task<Result<CopyAnswer>> ReadAsync(
        BlogHost host, Terminal terminal, Actor actor, ParseResult input, CancellationToken cancellationToken)
    {
        var isDryRun = input.GetValue(_dryRun);
        var reportPath = input.GetValue(_report);
        await using var reportStream = reportPath is null ? null : File.Create(reportPath);
        using var report = reportStream is null
            ? null
            : new CopyReportFile(reportStream, isJson: reportPath!.EndsWith(".json", StringComparison.OrdinalIgnoreCase));
        await using var file = File.OpenRead(input.GetValue(_path)!);
        Result<CopyReport>? result = null;
        await terminal.WorkAsync<CopyProgress>(
            isDryRun ? "Checking" : "Reading",
            Words.Progress,
            async progress => result = await host.Services.GetRequiredService<BlogCopy>().ImportAsync(
                file,
                new CopyOptions { IsDryRun = isDryRun, MediaFolder = input.GetValue(_media) },
                actor,
                report is null ? null : report.Write,
                progress,
                cancellationToken));
        if (!result!.Succeeded)
        {
            return result.Errors;
        }

        report?.End(result.Value);
        return CopyAnswer.Of(result.Value, input.GetValue(_path)!, reportPath, Field);
    }
}
