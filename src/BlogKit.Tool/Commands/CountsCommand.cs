using System.CommandLine;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Counts a blog's comments.</summary>
internal sealed class CountsCommand(CommonOptions common)
    : BlogCommand<CountsAnswer>("counts", "Tells how many comments the blog has, by status.", common, AnswersJson.Default.CountsAnswer)
{
    protected override async Task<Result<CountsAnswer>> RunAsync(
        BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        var counts = await session.Host.Moderation.CountAsync(session.Blog.Id, session.Actor, cancellationToken);
        return counts.Succeeded
            ? new CountsAnswer(counts.Value.Approved, counts.Value.Pending, counts.Value.Spam, counts.Value.Trashed, counts.Value.Deleted)
            : counts.Errors;
    }

    protected override void Show(CountsAnswer answer, IAnsiConsole console)
    {
        var grid = new Grid().AddColumn().AddColumn(new GridColumn { Alignment = Justify.Right });
        grid.AddRow("approved", Words.Number(answer.Approved));
        grid.AddRow("pending", Words.Number(answer.Pending));
        grid.AddRow("spam", Words.Number(answer.Spam));
        grid.AddRow("trashed", Words.Number(answer.Trashed));
        grid.AddRow("deleted", Words.Number(answer.Deleted));
        console.Write(grid);
    }
}
