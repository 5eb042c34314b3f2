using System.CommandLine;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Tells what was done with a comment.</summary>
internal sealed class LogCommand : BlogCommand<LogAnswer>
{
    private readonly Argument<CommentId> _id = new("ID") { Description = "The comment.", CustomParser = Parsers.CommentId };

    public LogCommand(CommonOptions common)
        : base("log", "Tells who did what with a comment, and why, oldest first.", common, AnswersJson.Default.LogAnswer) => Add(_id);

    protected override async Task<Result<LogAnswer>> RunAsync(BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        var id = input.GetValue(_id);
        var records = await session.Host.Log.ListAllOfCommentAsync(session.Blog.Id, id, session.Actor, cancellationToken);
        if (!records.Succeeded)
        {
            return records.Errors;
        }

        return records.Value.IsEmpty
            ? CommandErrors.CommentNotFound
            : new LogAnswer(id, await LogView.ReadAsync(session, records.Value, cancellationToken));
    }

    protected override void Show(LogAnswer answer, IAnsiConsole console)
    {
        foreach (var item in answer.Items)
        {
            LogView.Write(console, item);
            foreach (var finding in item.Findings)
            {
                var found = $"{finding.Policy} {finding.PolicyVersion}: {Words.Outcome(finding.Outcome)}, {finding.Code}. {finding.Reason}";
                console.MarkupLine($"  [dim]{SafeText.Markup(found)}[/]");
            }
        }
    }
}
