using System.CommandLine;
using BlogKit.Interchange;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Takes an import back.</summary>
internal sealed class UndoImportCommand : BlogCommand<UndoImportAnswer>
{
    private readonly Argument<long> _number = new("NUMBER") { Description = "The number of the import, which it said at its end." };

    public UndoImportCommand(CommonOptions common)
        : base(
            "undo",
            "Takes away what an import brought and nobody edited since; authors and files stay.",
            common,
            AnswersJson.Default.UndoImportAnswer) => Add(_number);

    protected override Task<Result<BlogHost>> OpenAsync(
        string database, SettingsFile? settings, ParseResult input, CancellationToken cancellationToken) =>
        BlogHost.OpenAsync(database, settings, cancellationToken, static kit => kit.AddInterchange());

    protected override async Task<Result<UndoImportAnswer>> RunAsync(
        BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        var undone = await session.Host.Services.GetRequiredService<BlogImporter>().UndoAsync(
            session.Blog.Id, input.GetValue(_number), session.Actor, cancellationToken);
        return undone.Succeeded
            ? new UndoImportAnswer(
                undone.Value.Number,
                undone.Value.Removed,
                [.. undone.Value.Kept.Select(static kept => new KeptItem(kept.Kind, kept.OriginalId, kept.Label, kept.Reason))])
            : undone.Errors;
    }

    protected override void Show(UndoImportAnswer answer, IAnsiConsole console)
    {
        console.MarkupLine($"Import {Words.Number(answer.Number)}: {Words.Number(answer.Removed)} items were taken away.");
        foreach (var kept in answer.Kept)
        {
            console.WriteLine(SafeText.Line($"stays: {kept.Kind} {kept.OriginalId} {kept.Label}: {kept.Reason}"));
        }
    }
}
