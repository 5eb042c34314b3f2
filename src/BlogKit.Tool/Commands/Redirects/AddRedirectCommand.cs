using System.CommandLine;
using BlogKit.Redirects;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Says where an old address leads.</summary>
internal sealed class AddRedirectCommand : BlogCommand<RedirectItem>
{
    private readonly Argument<string> _from = new("FROM") { Description = "The old address: a path such as /2009/05/a-post/, or whole." };

    private readonly Argument<string> _to = new("TO") { Description = TargetText.Help };

    public AddRedirectCommand(CommonOptions common)
        : base("add", "Says where an old address leads, in place of what was said before.", common, AnswersJson.Default.RedirectItem)
    {
        Add(_from);
        Add(_to);
    }

    protected override bool OnlyConfirms => true;

    protected override async Task<Result<RedirectItem>> RunAsync(
        BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        if (!OldAddress.TryParse(input.GetValue(_from), out var from))
        {
            return TargetText.NoAddress("FROM", input.GetValue(_from)!);
        }

        var targets = new TargetText(session);
        var to = await targets.ReadAsync("TO", input.GetValue(_to)!, cancellationToken);
        if (!to.Succeeded)
        {
            return to.Errors;
        }

        var saved = await session.Host.Redirects.SaveManyAsync(
            session.Blog.Id,
            [new Redirect { BlogId = session.Blog.Id, From = from, To = to.Value, CreatedAt = session.Host.Clock.GetUtcNow() }],
            session.Actor,
            cancellationToken);
        return saved.Succeeded
            ? new RedirectItem(from.Value, await targets.SpellAsync(to.Value, cancellationToken), null)
            : saved.Errors;
    }

    protected override void Show(RedirectItem answer, IAnsiConsole console) =>
        console.MarkupLine($"[bold]{SafeText.Markup(answer.From)}[/] leads to {SafeText.Markup(answer.To)}.");
}
