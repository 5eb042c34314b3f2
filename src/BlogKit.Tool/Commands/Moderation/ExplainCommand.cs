using System.CommandLine;
using System.Globalization;
using BlogKit.Moderation;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Tells why a comment is where it is, with all that policies found.</summary>
internal sealed class ExplainCommand : BlogCommand<ExplainAnswer>
{
    private const int ShownPlaces = 10;

    private readonly Argument<CommentId> _id = new("COMMENT") { Description = "The comment.", CustomParser = Parsers.CommentId };

    private readonly Option<bool> _again =
        new("--again") { Description = "Judges the present text by the live policies, too, and stores nothing." };

    public ExplainCommand(CommonOptions common)
        : base(
            "explain",
            "Tells why a comment is where it is: every finding, with the characters it rests on.",
            common,
            AnswersJson.Default.ExplainAnswer)
    {
        Add(_id);
        Add(_again);
    }

    protected override async Task<Result<ExplainAnswer>> RunAsync(
        BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        var id = input.GetValue(_id);
        var found = await session.Host.Queue.GetCaseAsync(new QueueFilter(session.Blog.Id), id, session.Actor, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Errors;
        }

        var comment = found.Value.Comment;
        DecisionItem? again = null;
        if (input.GetValue(_again))
        {
            var judged = await session.Host.Reevaluation.JudgeAsync(session.Blog.Id, id, session.Actor, cancellationToken);
            if (!judged.Succeeded)
            {
                return judged.Errors;
            }

            again = DecisionItem.Of(judged.Value, comment);
        }

        return new ExplainAnswer
        {
            Id = id,
            Post = found.Value.Post?.Slug,
            Status = comment.Status,
            Revision = comment.Revision,
            Name = comment.By.Name,
            Text = comment.PlainText,
            Why = found.Value.Why.Sentence,
            Decision = DecisionItem.Of(comment.Decision, comment) with { Explanation = comment.Explanation },
            Again = again,
            Log = await LogView.ReadAsync(session, found.Value.Records, cancellationToken),
        };
    }

    protected override void Show(ExplainAnswer answer, IAnsiConsole console)
    {
        var post = answer.Post is { } slug ? $" on [bold]{SafeText.Markup(slug.Value)}[/]" : "";
        console.MarkupLine(
            $"[bold]{answer.Id}[/] by [green]{SafeText.Markup(answer.Name)}[/]{post}: [bold]{Words.Status(answer.Status)}[/]");
        console.MarkupLine(SafeText.Markup(answer.Why));
        Decision(console, answer, answer.Decision, "Decided");
        if (answer.Again is { } again)
        {
            Decision(console, answer, again, "Judged again, nothing stored");
        }

        console.WriteLine();
        console.MarkupLine("[bold]Log[/]");
        foreach (var item in answer.Log)
        {
            LogView.Write(console, item);
        }
    }

    private static void Decision(IAnsiConsole console, ExplainAnswer answer, DecisionItem decision, string title)
    {
        console.WriteLine();
        var set = decision.PolicySet is { } version ? $" by {version}" : "";
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"[bold]{title}[/] {Words.Time(decision.DecidedAt)}: [bold]{Words.Outcome(decision.Outcome)}[/], "
            + $"{decision.Points:0.##} points{SafeText.Markup(set)}"));
        var marks = decision.Findings
            .SelectMany(static f => f.Evidence)
            .Where(static e => e.Field is EvidenceField.Text)
            .Select(static e => (e.Start, e.Length));
        console.Write(new Padder(new Markup(MarkedText.Whole(answer.Text, marks, console)), new Padding(4, 0, 0, 0)));
        if (decision.Findings.IsEmpty)
        {
            console.MarkupLine($"  {SafeText.Markup(decision.Explanation)}");
        }

        foreach (var finding in decision.Findings)
        {
            Finding(console, finding);
        }
    }

    private static void Finding(IAnsiConsole console, ExplainedFinding finding)
    {
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  [bold]{SafeText.Markup(finding.Policy)}[/] ({SafeText.Markup(finding.PolicyVersion)}): "
            + $"{Asks(finding)}, {SafeText.Markup(finding.Code)}, score {finding.Score:0.###}"));
        console.MarkupLine($"    {SafeText.Markup(finding.Reason)}");
        if (finding.PublicReason is { } told)
        {
            console.MarkupLine($"    [dim]told to the writer:[/] {SafeText.Markup(told)}");
        }

        foreach (var place in finding.Evidence.Take(ShownPlaces))
        {
            var rule = place.Rule is { } matched ? $" [dim]({SafeText.Markup(matched)})[/]" : "";
            console.MarkupLine(string.Create(
                CultureInfo.InvariantCulture,
                $"    [dim]{Words.Field(place.Field)} {place.Start}+{place.Length}:[/] "
                + $"{MarkedText.Excerpt(place.Whole, place.Start, place.Length, console)}{rule}"));
        }

        if (finding.Evidence.Length > ShownPlaces)
        {
            console.MarkupLine($"    [dim]and {Words.Count(finding.Evidence.Length - ShownPlaces, "more place", "more places")}[/]");
        }

        foreach (var detail in finding.Details)
        {
            var weight = detail.Weight is { } counted ? string.Create(CultureInfo.InvariantCulture, $" ({counted:+0.###;-0.###;0})") : "";
            console.MarkupLine($"    [dim]{SafeText.Markup(detail.Name)}:[/] {SafeText.Markup(detail.Value)}{weight}");
        }
    }

    private static string Asks(ExplainedFinding finding) =>
        finding.Overrides ? "lets through"
        : finding.Outcome is ModerationOutcome.Approve ? "asks for nothing"
        : $"asks to {Words.Outcome(finding.Outcome)}";
}
