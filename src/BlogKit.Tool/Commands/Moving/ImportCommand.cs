using System.CommandLine;
using BlogKit.Interchange;
using BlogKit.Internal;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>A command that imports from files of one format.</summary>
internal abstract class ImportCommand : BlogCommand<ImportAnswer>
{
    private const string Paths = "PATH";

    private readonly Argument<string[]> _paths;

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Reads and converts everything, tells what an import would do, and changes nothing.",
    };

    private readonly Option<string?> _media = new("--media")
    {
        HelpName = "DIR",
        Description = "Where pictures and files of the old site lie, such as a copy of wp-content/uploads.",
    };

    private readonly Option<bool> _fetch = new("--fetch-media")
    {
        Description = "Fetches pictures and files that are not in the folder from the old site.",
    };

    private readonly Option<string?> _mediaStore = new("--media-store")
    {
        HelpName = "DIR",
        Description = "Where the application keeps its pictures and files; else the folder 'media' beside the database.",
    };

    private readonly Option<string> _prefix = new("--prefix")
    {
        HelpName = "PATH",
        Description = "Where the blog is on its host: addresses of pictures in texts begin with it.",
        DefaultValueFactory = static _ => "/blog",
    };

    private readonly Option<string?> _map = new("--map")
    {
        HelpName = "FILE",
        Description = "A JSON file that says who the authors are here and where old addresses lead. A dry run writes a draft of it "
            + "where there is none.",
    };

    private readonly Option<string?> _report = new("--report")
    {
        HelpName = "FILE",
        Description = "Where the report goes, a line for every item: JSON when the name ends in .json, else text.",
    };

    private readonly Option<EditedHere> _edited = new("--edited-here")
    {
        HelpName = "wins|loses|refused",
        Description = "What was changed both here and there: 'wins' leaves it as it is here, 'loses' replaces it, 'refused' leaves it and "
            + "reports it as refused.",
        CustomParser = static result => result.Tokens[0].Value switch
        {
            "wins" => EditedHere.Wins,
            "loses" => EditedHere.Loses,
            "refused" => EditedHere.IsRefused,
            var other => Unknown(result, other),
        },
        DefaultValueFactory = static _ => EditedHere.Wins,
    };

    private readonly Option<bool> _trash = new("--trash") { Description = "Brings posts from the trash there as drafts." };

    private readonly Option<string?> _source = new("--source")
    {
        HelpName = "NAME",
        Description = "The name under which the source is remembered, where it is not the one in the export.",
    };

    protected ImportCommand(string name, string description, CommonOptions common, bool takesMany)
        : base(name, description, common, AnswersJson.Default.ImportAnswer)
    {
        _paths = new Argument<string[]>(Paths)
        {
            Description = takesMany ? "The files of the export, in order." : "The file of the export.",
            Arity = ArgumentArity.OneOrMore,
        };
        if (!takesMany)
        {
            _paths.Validators.Add(static given =>
            {
                if (given.Tokens.Count > 1)
                {
                    given.AddError("PATH is one file.");
                }
            });
        }

        Add(_paths);
        foreach (var option in new Option[] { _dryRun, _media, _fetch, _mediaStore, _prefix, _map, _report, _edited, _trash, _source })
        {
            Add(option);
        }

        _prefix.Validators.Add(static prefix =>
        {
            if (prefix.GetValueOrDefault<string>() is not { } path || (path.Length > 0 && path[0] != '/') || path.EndsWith('/'))
            {
                prefix.AddError("--prefix begins with a slash and does not end in one, or is empty.");
            }
        });
    }

    /// <summary>Makes the source of the files.</summary>
    protected abstract IImportSource Open(string[] paths, string? source, ParseResult input);

    protected override Task<Result<BlogHost>> OpenAsync(
        string database, SettingsFile? settings, ParseResult input, CancellationToken cancellationToken)
    {
        var media = Path.GetFullPath(
            input.GetValue(_mediaStore) ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database))!, "media"));
        return BlogHost.OpenAsync(database, settings, cancellationToken, kit => kit.UseMediaFolder(media).AddInterchange());
    }

    protected override async Task<Result<ImportAnswer>> RunAsync(
        BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        var paths = input.GetValue(_paths)!;
        if (paths.FirstOrDefault(static path => !File.Exists(path)) is { } missing)
        {
            return CommandErrors.NoFile(Paths, missing);
        }

        if (input.GetValue(_media) is { } folder && !Directory.Exists(folder))
        {
            return CommandErrors.NoFile("--media", folder);
        }

        try
        {
            return await ImportAsync(session, paths, input, cancellationToken);
        }
        catch (ImportSourceException fault)
        {
            return CommandErrors.File(Paths, "{cause}", ("cause", fault.Message));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return CommandErrors.File(Paths, "A file cannot be read or written: {cause}", ("cause", fault.Message));
        }
    }

    protected override void Show(ImportAnswer answer, IAnsiConsole console)
    {
        foreach (var line in answer.Summary)
        {
            console.WriteLine(SafeText.Line(line));
        }

        if (answer.Report is { } report)
        {
            console.MarkupLine($"Every item: {SafeText.Markup(report)}");
        }

        if (answer.MapDraft is { } map)
        {
            console.MarkupLine($"A draft of the map: {SafeText.Markup(map)}");
        }

        if (answer.Number is { } number)
        {
            console.MarkupLine($"[dim]undo: blogkit import undo {number}[/]");
        }
    }

    private async Task<Result<ImportAnswer>> ImportAsync(
        BlogSession session, string[] paths, ParseResult input, CancellationToken cancellationToken)
    {
        var isDryRun = input.GetValue(_dryRun);
        var prefix = input.GetValue(_prefix)!;
        var map = await ReadMapAsync(input.GetValue(_map), isDryRun, cancellationToken);
        if (!map.Succeeded)
        {
            return map.Errors;
        }

        var options = new ImportOptions
        {
            IsDryRun = isDryRun,
            MediaFolder = input.GetValue(_media),
            FetchesMedia = input.GetValue(_fetch),
            Map = map.Value,
            WhenEditedHere = input.GetValue(_edited),
            BringsTrash = input.GetValue(_trash),
            MediaAddress = name => $"{prefix}/media/{name}",
        };
        var source = Open(paths, input.GetValue(_source), input);
        var reportPath = input.GetValue(_report);
        Result<ImportReport>? result = null;
        await ReportFile.WriteAsync(reportPath, async report =>
        {
            await session.Terminal.WorkAsync<ImportProgress>(
                isDryRun ? "Reading" : "Importing",
                Words.Progress,
                async progress => result = await session.Host.Services.GetRequiredService<BlogImporter>().ImportAsync(
                    session.Blog.Id, source, options, session.Actor, report is null ? null : report.Write, progress, cancellationToken));
            if (result!.Succeeded)
            {
                report?.WriteSummary(result.Value);
            }
        });
        if (!result!.Succeeded)
        {
            return result.Errors;
        }

        var draft = await WriteDraftAsync(input.GetValue(_map), isDryRun, result.Value.DraftMap, cancellationToken);
        return ImportAnswer.Of(result.Value, reportPath, draft);
    }

    private static async Task<Result<ImportMap>> ReadMapAsync(string? path, bool isDryRun, CancellationToken cancellationToken)
    {
        if (path is null || (isDryRun && !File.Exists(path)))
        {
            return ImportMap.Empty;
        }

        if (!File.Exists(path))
        {
            return CommandErrors.NoFile("--map", path);
        }

        try
        {
            await using var file = File.OpenRead(path);
            return await ImportMap.ReadAsync(file, cancellationToken);
        }
        catch (ImportSourceException fault)
        {
            return CommandErrors.File("--map", "'{file}': {cause}", ("file", path), ("cause", fault.Message));
        }
    }

    private static async Task<string?> WriteDraftAsync(
        string? path, bool isDryRun, ImportMap draft, CancellationToken cancellationToken)
    {
        if (!isDryRun || path is null || File.Exists(path))
        {
            return null;
        }

        using var json = new MemoryStream();
        await draft.WriteAsync(json, cancellationToken);
        await LastingFiles.WriteAsync(
            Path.GetFullPath(path), json.GetBuffer().AsMemory(0, (int)json.Length), Path.GetFullPath(path) + ".part", cancellationToken);
        return path;
    }

    private static EditedHere Unknown(System.CommandLine.Parsing.ArgumentResult result, string other)
    {
        result.AddError($"--edited-here is wins, loses or refused, not '{other}'.");
        return EditedHere.Wins;
    }
}
