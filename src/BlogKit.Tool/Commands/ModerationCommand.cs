using System.CommandLine;
using System.CommandLine.Parsing;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>
/// What the commands that decide about comments have in common. Each comment stands for itself: one that fails does not stop the others.
/// </summary>
internal abstract class ModerationCommand : BlogCommand<ModerationAnswer>
{
    private readonly Argument<CommentId[]> _ids = new("ID")
    {
        Description = "The comments.",
        CustomParser = Parsers.CommentIds,
    };

    private readonly Option<string?> _reason = new("--reason") { HelpName = "TEXT", Description = "Why; kept in the log." };

    protected ModerationCommand(string name, string description, CommonOptions common, bool mayBeWithoutIds = false)
        : base(name, description, common, AnswersJson.Default.ModerationAnswer)
    {
        _ids.Arity = mayBeWithoutIds ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore;
        Add(_ids);
        Add(_reason);
    }

    protected bool HasIds(CommandResult input) => input.GetResult(_ids) is { Tokens.Count: > 0 };

    protected override bool OnlyConfirms => true;

    protected abstract Task<Result<ModeratedItem>> DecideAsync(
        BlogSession session, CommentId id, string? reason, CancellationToken cancellationToken);

    protected override async Task<Result<ModerationAnswer>> RunAsync(
        BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        var items = ImmutableArray.CreateBuilder<ModeratedItem>();
        var failed = ImmutableArray.CreateBuilder<Failure>();
        var errors = ImmutableArray.CreateBuilder<BlogError>();
        foreach (var id in input.GetValue(_ids)!.Distinct())
        {
            var decided = await DecideAsync(session, id, input.GetValue(_reason), cancellationToken);
            if (decided.Succeeded)
            {
                items.Add(decided.Value);
                continue;
            }

            failed.AddRange(decided.Errors.Select(e => new Failure(id, e.Code, e.Message, e.Field)));
            errors.AddRange(decided.Errors.Select(e => BlogError.Of(
                e.Kind, e.Code, "{id}: {cause}", e.Field, ("id", id.ToString()), ("cause", e.Message))));
        }

        return new ModerationAnswer(items.ToImmutable(), failed.ToImmutable()) { Errors = errors.ToImmutable() };
    }

    protected override void Show(ModerationAnswer answer, IAnsiConsole console)
    {
        foreach (var item in answer.Items)
        {
            console.MarkupLine($"Comment [bold]{item.Id}[/] is {(item.Version is null ? "erased" : Words.Status(item.Status))}.");
        }
    }

    protected static Result<ModeratedItem> Item(Result<Comment> result) =>
        result.Succeeded ? new ModeratedItem(result.Value.Id, result.Value.Status, result.Value.Version) : result.Errors;
}
