using System.CommandLine;
using System.Globalization;
using BlogKit.Moderation;
using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Tells how policies would have judged what the blog has, or labelled texts. Changes nothing.</summary>
internal sealed class BacktestCommand : BlogCommand<BacktestAnswer>
{
    private const string ModerationSection = "BlogKit:Moderation";
    private const int ShownText = 120;

    private readonly Option<string?> _policies = new("--policies")
    {
        HelpName = "FILE",
        Description = "Tries the set in this JSON file, in the shape of the section BlogKit:Moderation; the blog's own set else.",
    };

    private readonly Option<DateTimeOffset?> _since = new("--since")
    {
        HelpName = "DATE",
        Description = "Judges only comments written since then; earlier ones still count as history.",
        CustomParser = Parsers.Time,
    };

    private readonly Option<int> _examples = new("--examples")
    {
        HelpName = "N",
        Description = "How many comments of each kind of change are shown.",
        DefaultValueFactory = static _ => 5,
    };

    private readonly LabelledFileOptions _file = new(required: false);

    public BacktestCommand(CommonOptions common)
        : base(
            "backtest",
            "Tells how policies would have judged the blog's comments, or labelled texts; nothing changes.",
            common,
            AnswersJson.Default.BacktestAnswer)
    {
        Add(_policies);
        Add(_since);
        Add(_examples);
        _file.AddTo(this);
    }

    protected override async Task<Result<BacktestAnswer>> RunAsync(
        BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        if (!session.Actor.ForBlog(session.Blog.Id).CanModerate)
        {
            return BlogError.Of(ErrorKind.Forbidden, ErrorCodes.NotAllowed, "Only moderators see how comments would be judged.", "--as");
        }

        IReadOnlyList<LabelledCase>? cases = null;
        if (_file.File(input) is { } file)
        {
            if (input.GetValue(_since) is not null)
            {
                return CommandErrors.Usage("--since", "{field} is about the blog's comments; the texts of --data have no date.");
            }

            var read = await file.ReadAsync(cancellationToken);
            if (!read.Succeeded)
            {
                return read.Errors;
            }

            cases = [.. read.Value];
        }

        var set = PolicySet(session.Host, input.GetValue(_policies));
        if (!set.Succeeded)
        {
            return set.Errors;
        }

        // The live set belongs to the host.
        using var own = set.Value == session.Host.LivePolicies ? null : set.Value;
        var request = new BacktestRequest
        {
            BlogId = session.Blog.Id,
            Policies = set.Value.Policies,
            Rules = set.Value.Rules,
            Since = input.GetValue(_since),
            MaximumExamples = input.GetValue(_examples),
        };
        Result<BacktestReport> report = null!;
        await session.Terminal.WorkAsync<BacktestProgress>(
            "Judging",
            static step => string.Create(CultureInfo.InvariantCulture, $"{step.Read} of {step.Total} read, {step.Judged} judged"),
            async progress => report = cases is null
                ? await session.Host.Backtest.RunAsync(request, progress, cancellationToken)
                : await session.Host.Backtest.RunAsync(cases, request, progress, cancellationToken));
        return report.Succeeded
            ? BacktestAnswer.Of(report.Value, set.Value, cases)
            : report.Error with { Field = Field(report.Error.Field) };
    }

    protected override void Show(BacktestAnswer answer, IAnsiConsole console)
    {
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"[bold]{SafeText.Markup(answer.PolicySet)}[/]: {answer.Judged} judged, {answer.Trusted} of authors passed, "
            + $"{answer.WithoutTruth} without a decision to compare with"));
        if (!answer.LeftOut.IsEmpty)
        {
            console.MarkupLine(
                $"[dim]not asked, because they ask another service: {SafeText.Markup(string.Join(", ", answer.LeftOut))}[/]");
        }

        Matrix(console, "Held or worse", answer.HeldOrWorse);
        Matrix(console, "Spam or worse", answer.SpamOrWorse);
        Policies(console, answer);
        Changes(console, answer);
        console.WriteLine();
        console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"{answer.DecisionMicroseconds:0.#} µs a comment"));
    }

    private static Result<PolicySet> PolicySet(BlogHost host, string? path)
    {
        if (path is null)
        {
            return host.LivePolicies;
        }

        var file = new SettingsFile("--policies", path);
        var read = file.Read();
        if (!read.Succeeded)
        {
            return read.Errors;
        }

        // A whole settings file is as good as its section.
        var isWhole = read.Value.GetSection(ModerationSection).Exists();
        var known = KnownSections.Of(read.Value, isWhole ? ModerationSection : "");
        IConfiguration section = isWhole ? known.GetSection(ModerationSection) : known;
        PolicySet? set = null;
        return file.Check(() => set = host.PolicySets.Create(Path.GetFileNameWithoutExtension(path), section)) is { } fault ? fault : set!;
    }

    private static void Matrix(IAnsiConsole console, string title, MetricsItem metrics)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn($"[bold]{title}[/]");
        table.AddColumn(new TableColumn("unwanted").RightAligned());
        table.AddColumn(new TableColumn("wanted").RightAligned());
        table.AddRow("caught", Words.Number(metrics.TruePositives), Words.Number(metrics.FalsePositives));
        table.AddRow("passed", Words.Number(metrics.FalseNegatives), Words.Number(metrics.TrueNegatives));
        console.Write(table);
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  precision {metrics.Precision:0.000}, recall {metrics.Recall:0.000}, F1 {metrics.F1:0.000}, AUC {metrics.Auc:0.000}"));
    }

    private static void Policies(IAnsiConsole console, BacktestAnswer answer)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("[bold]Policy[/]");
        foreach (var heading in new[] { "findings", "only it caught", "only it got wrong", "F1 it adds", "µs a comment" })
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (var policy in answer.Policies)
        {
            var faults = policy.Faults > 0 ? string.Create(CultureInfo.InvariantCulture, $" [red]({policy.Faults} failed)[/]") : "";
            table.AddRow(
                SafeText.Markup(policy.Policy),
                Words.Number(policy.Findings) + faults,
                Words.Number(policy.UniqueCatches),
                Words.Number(policy.UniqueMistakes),
                policy.F1Gain.ToString("+0.000;-0.000;0", CultureInfo.InvariantCulture),
                policy.Microseconds.ToString("0.#", CultureInfo.InvariantCulture));
        }

        console.Write(table);
    }

    private static void Changes(IAnsiConsole console, BacktestAnswer answer)
    {
        console.MarkupLine(answer.Changes.IsEmpty ? "Nothing would change." : "[bold]What would change[/]");
        foreach (var change in answer.Changes)
        {
            console.MarkupLine(
                $"  {Words.Number(change.Comments)} {Words.Status(change.Status)}, would be [bold]{Words.Judged(change.Outcome)}[/]");
            foreach (var example in change.Examples)
            {
                var who = example.Id is { } id ? $"{id} by {example.Writer}" : $"row {Words.Number(example.Row ?? 0)}";
                console.MarkupLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"    [dim]{SafeText.Markup(who)}, {example.Points:0.##} points:[/] {SafeText.Markup(example.Explanation)}"));
                if (example.Text is { } text)
                {
                    var line = SafeText.Line(text);
                    console.MarkupLine($"      {SafeText.Markup(line.Length > ShownText ? line[..ShownText] + "…" : line)}");
                }
            }
        }

        foreach (var undecided in answer.Undecided)
        {
            console.MarkupLine($"  {Words.Number(undecided.Comments)} undecided, would be [bold]{Words.Judged(undecided.Outcome)}[/]");
        }
    }

    private static string? Field(string? field) => field switch
    {
        nameof(BacktestRequest.MaximumExamples) => "--examples",
        nameof(BacktestRequest.Policies) => "--policies",
        _ => field,
    };
}
