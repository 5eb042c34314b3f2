using System.CommandLine;
using BlogKit.Redirects;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Takes redirects back.</summary>
internal sealed class RemoveRedirectsCommand : BlogCommand<RemovedRedirectsAnswer>
{
    private readonly Argument<string[]> _from = new("FROM")
    {
        Description = "The old addresses.",
        Arity = ArgumentArity.OneOrMore,
    };

    public RemoveRedirectsCommand(CommonOptions common)
        : base("remove", "Takes redirects back: their old addresses lead nowhere.", common, AnswersJson.Default.RemovedRedirectsAnswer) =>
        Add(_from);

    protected override async Task<Result<RemovedRedirectsAnswer>> RunAsync(
        BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        List<OldAddress> addresses = [];
        foreach (var text in input.GetValue(_from)!)
        {
            if (!OldAddress.TryParse(text, out var address))
            {
                return TargetText.NoAddress("FROM", text);
            }

            addresses.Add(address);
        }

        var removed = await session.Host.Redirects.DeleteManyAsync(session.Blog.Id, addresses, session.Actor, cancellationToken);
        return removed.Succeeded ? new RemovedRedirectsAnswer(removed.Value) : removed.Errors;
    }

    protected override void Show(RemovedRedirectsAnswer answer, IAnsiConsole console) =>
        console.MarkupLine($"Redirects taken back: {Words.Number(answer.Removed)}.");
}
