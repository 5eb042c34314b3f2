using System.CommandLine;
using BlogKit.Interchange;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Writes the blog as an export of WordPress.</summary>
internal sealed class ExportWxrCommand : BlogCommand<ExportWxrAnswer>
{
    private const string Field = "PATH";
    private const int MostShown = 20;

    private readonly Argument<string> _path = new(Field) { Description = "The file. It stands under its name only when it is complete." };

    private readonly Option<Uri?> _baseUrl = new("--base-url")
    {
        HelpName = "URL",
        Description = "Where the blog is, such as https://example.org/blog/; else the blog's own address.",
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

    private readonly Option<bool> _approved = new("--approved-only")
    {
        Description = "Writes approved comments alone, for systems that take every other as waiting (Isso).",
    };

    private readonly Option<bool> _force = new("--force") { Description = "Replaces a file that is there." };

    public ExportWxrCommand(CommonOptions common)
        : base(
            "wxr",
            "Writes the blog as an export of WordPress, which Disqus, Isso and Remark42 take comments from too. It holds e-mail addresses.",
            common,
            AnswersJson.Default.ExportWxrAnswer)
    {
        Add(_path);
        Add(_baseUrl);
        Add(_approved);
        Add(_force);
    }

    protected override Task<Result<BlogHost>> OpenAsync(
        string database, SettingsFile? settings, ParseResult input, CancellationToken cancellationToken) =>
        BlogHost.OpenAsync(database, settings, cancellationToken, static kit => kit.AddInterchange());

    protected override async Task<Result<ExportWxrAnswer>> RunAsync(
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

        var options = new WxrWriterOptions { BaseUrl = input.GetValue(_baseUrl), ApprovedCommentsOnly = input.GetValue(_approved) };
        Result<WxrWriterReport>? result = null;
        try
        {
            await OutputFile.WriteAsync(path, async file =>
            {
                await session.Terminal.WorkAsync<WxrWriterProgress>(
                    "Writing",
                    static done =>
                        $"{Words.Number(done.Posts)} of {Words.Number(done.AllPosts)} posts, {Words.Number(done.Comments)} comments",
                    async progress => result = await session.Host.Services.GetRequiredService<WxrWriter>().WriteAsync(
                        session.Blog.Id, file, options, session.Actor, progress, cancellationToken));
                return result!.Succeeded;
            });
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return CommandErrors.File(Field, "'{file}' cannot be written: {cause}", ("file", path), ("cause", fault.Message));
        }

        return result!.Succeeded ? ExportWxrAnswer.Of(result.Value, path) : result.Errors;
    }

    protected override void Show(ExportWxrAnswer answer, IAnsiConsole console)
    {
        console.MarkupLine($"{SafeText.Markup(answer.File)} holds:");
        foreach (var count in answer.Counts.Where(static c => c.Written + c.LeftOut > 0))
        {
            console.WriteLine(SafeText.Line(
                $"  {count.Kind}: {Words.Number(count.Written)} written, {Words.Number(count.Altered)} of them altered, "
                + $"{Words.Number(count.LeftOut)} left out"));
        }

        foreach (var note in answer.Notes.Take(MostShown))
        {
            console.WriteLine(SafeText.Line($"  {note.Kind} {note.Id}, {note.Member}: {note.Detail}"));
        }

        if (answer.Notes.Length > MostShown)
        {
            console.MarkupLine($"[dim]more: --json has {Words.Number(answer.Notes.Length)} notes[/]");
        }

        foreach (var sentence in WxrWriter.NeverHolds)
        {
            console.WriteLine(SafeText.Line("  " + sentence));
        }
    }
}
