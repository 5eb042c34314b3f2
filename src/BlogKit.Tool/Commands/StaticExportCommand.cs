using System.CommandLine;
using System.Diagnostics;
using BlogKit.AspNetCore;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Writes the blog as files for a static host.</summary>
internal sealed class StaticExportCommand : HostCommand<StaticExportAnswer>
{
    private readonly Argument<string> _folder =
        new("DIR") { Description = "Where to; created where it is missing. Files that no export wrote are left alone." };

    private readonly Option<Uri?> _baseUrl = new("--base-url")
    {
        HelpName = "URL",
        Description = "Where the files will be served, such as https://example.org/blog/; else the blog's own address.",
        CustomParser = static result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            {
                return url;
            }

            result.AddError("--base-url is not an http or https address.");
            return null;
        },
    };

    private readonly Option<string?> _static = new("--static")
    {
        HelpName = "FOLDER",
        Description = "Where pictures and other files lie that posts refer to by path; what they refer to is copied.",
    };

    private readonly Option<string?> _media =
        new("--media") { HelpName = "FOLDER", Description = "Where uploaded pictures lie; else the folder 'media' beside the database." };

    private readonly Option<string> _prefix = new("--prefix")
    {
        HelpName = "PATH",
        Description = "Where the blog is on its host: links in texts that begin with it lead to the files.",
        DefaultValueFactory = static _ => "/blog",
    };

    public StaticExportCommand(CommonOptions common)
        : base(
            "static-export",
            "Writes the whole blog, comments included, as files any static host serves.",
            common,
            AnswersJson.Default.StaticExportAnswer)
    {
        // Its name of before, which scripts of owners have.
        Aliases.Add("publish");
        Add(_folder);
        Add(_baseUrl);
        Add(_static);
        Add(_media);
        Add(_prefix);
    }

    protected override bool OnlyConfirms => true;

    protected override Task<Result<BlogHost>> OpenAsync(
        string database, SettingsFile? settings, ParseResult input, CancellationToken cancellationToken)
    {
        var media = Path.GetFullPath(input.GetValue(_media) ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database))!, "media"));
        return BlogHost.OpenAsync(database, settings, cancellationToken, kit =>
        {
            // A web host brings this by itself; nothing here outlives the command, no key either.
            kit.Services.AddSingleton(static _ => new DiagnosticListener("BlogKit"));
            kit.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
            kit.Services.AddSingleton<IHostEnvironment>(new CommandEnvironment());
            kit.AddWeb(o => o.Media.Folder = media);
        });
    }

    protected override async Task<Result<StaticExportAnswer>> RunAsync(
        BlogHost host, Terminal terminal, ParseResult input, CancellationToken cancellationToken)
    {
        var folder = input.GetValue(_folder)!;
        var options = new StaticExportOptions
        {
            BlogKey = input.GetValue(Common.Blog)!,
            BaseUrl = input.GetValue(_baseUrl),
            StaticFiles = input.GetValue(_static),
            Prefix = input.GetValue(_prefix)!,
        };
        Result<StaticExportReport>? result = null;
        try
        {
            await terminal.WorkAsync<int>(
                "Writing files",
                static done => $"{Words.Number(done)} files",
                async progress => result = await host.Services.GetRequiredService<StaticExporter>().ExportAsync(
                    folder, options, progress, cancellationToken));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return CommandErrors.File("DIR", "{field} '{file}' cannot be written: {cause}", ("file", folder), ("cause", fault.Message));
        }

        if (!result!.Succeeded)
        {
            return result.Error is { Field: nameof(StaticExportOptions.BaseUrl) } error
                ? error with { Field = "--base-url" }
                : result.Errors;
        }

        var report = result.Value;
        return new StaticExportAnswer(
            folder, report.Pages, report.Redirects, report.Files, report.Changed, report.Removed, report.Bytes, report.Missing);
    }

    protected override void Show(StaticExportAnswer answer, IAnsiConsole console)
    {
        console.MarkupLine(
            $"{SafeText.Markup(answer.Folder)} holds {Words.Number(answer.Pages)} pages, "
            + $"{Words.Number(answer.Redirects)} redirects and {Words.Number(answer.Files)} files; "
            + $"{Words.Number(answer.Changed)} changed, {Words.Number(answer.Removed)} removed.");
    }
}
