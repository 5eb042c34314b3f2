using System.CommandLine;
using BlogKit.Redirects;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Lists where old addresses lead.</summary>
internal sealed class ListRedirectsCommand : BlogCommand<RedirectsAnswer>
{
    private readonly Option<int> _limit = new("--limit")
    {
        HelpName = "N",
        Description = $"At most this many, 1 to {RedirectService.MaximumBatch}.",
        DefaultValueFactory = static _ => 100,
    };

    private readonly Option<string?> _after =
        new("--after") { HelpName = "ADDRESS", Description = "Only those behind this old address." };

    public ListRedirectsCommand(CommonOptions common)
        : base("list", "Lists the redirects by their old addresses.", common, AnswersJson.Default.RedirectsAnswer)
    {
        Add(_limit);
        Add(_after);
        _limit.Validators.Add(static limit =>
        {
            if (limit.GetValueOrDefault<int>() is < 1 or > RedirectService.MaximumBatch)
            {
                limit.AddError($"--limit is 1 to {RedirectService.MaximumBatch}.");
            }
        });
    }

    protected override async Task<Result<RedirectsAnswer>> RunAsync(
        BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        OldAddress? after = null;
        if (input.GetValue(_after) is { } text)
        {
            if (!OldAddress.TryParse(text, out var address))
            {
                return TargetText.NoAddress("--after", text);
            }

            after = address;
        }

        var limit = input.GetValue(_limit);
        var found = await session.Host.Redirects.ListAsync(session.Blog.Id, session.Actor, after, limit, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Errors;
        }

        var targets = new TargetText(session);
        var items = ImmutableArray.CreateBuilder<RedirectItem>();
        foreach (var redirect in found.Value)
        {
            var to = await targets.SpellAsync(redirect.To, cancellationToken);
            items.Add(new RedirectItem(redirect.From.Value, to, redirect.ImportNumber));
        }

        return new RedirectsAnswer(items.ToImmutable(), items.Count == limit ? items[^1].From : null);
    }

    protected override void Show(RedirectsAnswer answer, IAnsiConsole console)
    {
        var table = new Table { Border = TableBorder.None };
        table.AddColumns("From", "To");
        foreach (var redirect in answer.Items)
        {
            table.AddRow(SafeText.Markup(redirect.From), SafeText.Markup(redirect.To));
        }

        console.Write(table);
        if (answer.Next is { } next)
        {
            console.MarkupLine($"[dim]more: --after {SafeText.Markup(next)}[/]");
        }
    }
}
