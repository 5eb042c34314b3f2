using System.CommandLine;
using BlogKit.Redirects;
using Spectre.Console;
using Sylvan.Data.Csv;

namespace BlogKit.CommandLine;

/// <summary>Reads redirects from a file.</summary>
internal sealed class ImportRedirectsCommand : BlogCommand<SavedRedirectsAnswer>
{
    private const string Field = "FILE";

    private readonly Argument<string> _file = new(Field) { Description = "A CSV file with the headings from and to." };

    public ImportRedirectsCommand(CommonOptions common)
        : base(
            "import",
            "Reads redirects from a CSV file; nothing is saved when a row of it cannot be read.",
            common,
            AnswersJson.Default.SavedRedirectsAnswer) => Add(_file);

    protected override async Task<Result<SavedRedirectsAnswer>> RunAsync(
        BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        var file = input.GetValue(_file)!;
        if (!File.Exists(file))
        {
            return CommandErrors.NoFile(Field, file);
        }

        try
        {
            var read = await ReadAsync(session, file, cancellationToken);
            return read.Succeeded ? await SaveAsync(session, read.Value, cancellationToken) : read.Errors;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CsvFormatException
            or CsvRecordTooLargeException)
        {
            return CommandErrors.File(Field, "'{file}' cannot be read: {cause}", ("file", file), ("cause", fault.Message));
        }
    }

    protected override void Show(SavedRedirectsAnswer answer, IAnsiConsole console) =>
        console.MarkupLine($"Redirects saved: {Words.Number(answer.Saved)}.");

    private static async Task<Result<List<Redirect>>> ReadAsync(BlogSession session, string file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file);
        await using var csv = await CsvDataReader.CreateAsync(reader, new CsvDataReaderOptions(), cancellationToken);
        string[] headings = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetName)];
        var (from, to) = (Array.IndexOf(headings, "from"), Array.IndexOf(headings, "to"));
        if (from < 0 || to < 0)
        {
            return CommandErrors.File(Field, "'{file}' has no headings 'from' and 'to' in its first line.", ("file", file));
        }

        var targets = new TargetText(session);
        var now = session.Host.Clock.GetUtcNow();
        List<Redirect> redirects = [];
        while (await csv.ReadAsync(cancellationToken))
        {
            if (csv.RowFieldCount <= Math.Max(from, to) || !OldAddress.TryParse(csv.GetString(from), out var address))
            {
                return CommandErrors.File(Field, "Row {row} of '{file}' has no old address.", ("row", csv.RowNumber), ("file", file));
            }

            var target = await targets.ReadAsync(Field, csv.GetString(to), cancellationToken);
            if (!target.Succeeded)
            {
                return CommandErrors.File(
                    Field,
                    "Row {row} of '{file}': {cause}",
                    ("row", csv.RowNumber),
                    ("file", file),
                    ("cause", target.Errors[0].Message));
            }

            redirects.Add(new Redirect { BlogId = session.Blog.Id, From = address, To = target.Value, CreatedAt = now });
        }

        return redirects;
    }

    private static async Task<Result<SavedRedirectsAnswer>> SaveAsync(
        BlogSession session, List<Redirect> redirects, CancellationToken cancellationToken)
    {
        foreach (var batch in redirects.Chunk(RedirectService.MaximumBatch))
        {
            var saved = await session.Host.Redirects.SaveManyAsync(session.Blog.Id, batch, session.Actor, cancellationToken);
            if (!saved.Succeeded)
            {
                return saved.Errors;
            }
        }

        return new SavedRedirectsAnswer(redirects.Count);
    }
}
