using System.CommandLine;
using System.Globalization;
using BlogKit.Moderation;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Measures policies on labelled texts. Needs no database.</summary>
internal sealed class EvaluateCommand : AnswerCommand<EvaluateAnswer>
{
    private readonly LabelledFileOptions _file = new(required: true);

    private readonly Option<string> _policy = new("--policy")
    {
        HelpName = "NAME",
        Description = $"Which policy: {string.Join(", ", MeasurablePolicies.Names)} (together, as they would decide).",
        DefaultValueFactory = static _ => "learning",
    };

    private readonly Option<int?> _folds = new("--folds")
    {
        HelpName = "N",
        Description =
            "Cuts the texts into N parts and judges each by what the others taught; 10 when the policy learns and nothing else is said.",
    };

    private readonly Option<double?> _trainFirst = new("--train-first")
    {
        HelpName = "SHARE",
        Description = "Learns from this share of the texts, in the order of the file, and judges the rest.",
    };

    private readonly Option<int> _seed =
        new("--seed") { HelpName = "N", Description = "Shuffles the parts; the same gives the same.", DefaultValueFactory = static _ => 1 };

    private readonly Option<int> _examples = new("--examples")
    {
        HelpName = "N",
        Description = "How many misjudged texts of each kind are shown.",
        DefaultValueFactory = static _ => 5,
    };

    private readonly Option<double?> _holdAt = new("--hold-at")
    {
        HelpName = "PROBABILITY",
        Description = "From which probability on the learning filter holds; its own default else.",
    };

    private readonly Option<bool> _noStarter =
        new("--no-starter") { Description = "Lets the learning filter begin without the lessons that come with BlogKit." };

    public EvaluateCommand(CommonOptions common)
        : base(
            "evaluate",
            "Measures policies on texts of which is known what they are; no blog is needed.",
            common,
            AnswersJson.Default.EvaluateAnswer)
    {
        _file.AddTo(this);
        Add(_policy);
        Add(_folds);
        Add(_trainFirst);
        Add(_seed);
        Add(_examples);
        Add(_holdAt);
        Add(_noStarter);
    }

    protected override async Task<Result<EvaluateAnswer>> RunAsync(
        Terminal terminal, ParseResult input, CancellationToken cancellationToken)
    {
        var file = _file.File(input)!;
        var policy = input.GetValue(_policy)!;
        if (!MeasurablePolicies.Names.Contains(policy, StringComparer.Ordinal) && policy is not MeasurablePolicies.OffTopic)
        {
            return CommandErrors.Usage(
                "--policy",
                "There is no policy '{policy}' to evaluate; there is {allowed}.",
                ("policy", policy),
                ("allowed", string.Join(", ", MeasurablePolicies.Names)));
        }

        policy = MeasurablePolicies.Name(policy);
        if (policy is MeasurablePolicies.OffTopic && file.Context is null)
        {
            return CommandErrors.Usage(
                "--context", "Whether a text is off-topic depends on what it was written under: --policy offtopic needs --context COLUMN.");
        }

        var cases = await file.ReadAsync(cancellationToken);
        if (!cases.Succeeded)
        {
            return cases.Errors;
        }

        var learning = new LearningPolicyOptions { StarterLessons = !input.GetValue(_noStarter) };
        if (input.GetValue(_holdAt) is { } holdAt)
        {
            if (!(holdAt is >= 0.5 and <= 1))
            {
                return CommandErrors.Usage("--hold-at", "{field} must be {min} to {max}.", ("min", 0.5), ("max", 1));
            }

            learning.HoldAt = holdAt;
            learning.SpamAt = Math.Max(learning.SpamAt, holdAt);
        }

        var evaluation = new PolicyEvaluation(
            MeasurablePolicies.Create(learning, file.Context is not null, policy is PolicyEvaluation.All), TimeProvider.System);
        var plan = new EvaluationPlan
        {
            Folds = input.GetValue(_folds),
            TrainFirst = input.GetValue(_trainFirst),
            Seed = input.GetValue(_seed),
            Examples = input.GetValue(_examples),
        };
        Result<EvaluationReport> report = null!;
        await terminal.WorkAsync<EvaluationProgress>(
            "Evaluating",
            static step => $"part {step.Part} of {step.Parts}, {step.Judged} of {Words.Count(step.ToJudge, "text", "texts")}",
            async progress => report = await evaluation.RunAsync(policy, cases.Value, plan, progress, cancellationToken));
        return report.Succeeded ? EvaluateAnswer.Of(report.Value) : report.Error with { Field = Option(report.Error.Field) };
    }

    protected override void Show(EvaluateAnswer answer, IAnsiConsole console)
    {
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"[bold]{string.Join(", ", answer.Policies)}[/] on {answer.Cases} texts, {answer.Positives} of them positive; "
            + $"judged {answer.Overall.Cases} in {Words.Count(answer.Parts.Length, "part", "parts")}"));
        console.WriteLine();
        var overall = answer.Overall;
        Line(console, "precision", overall.Precision);
        Line(console, "recall", overall.Recall);
        Line(console, "F1", overall.F1);
        Line(console, "MCC", overall.Mcc);
        Line(console, "accuracy", overall.Accuracy);
        Line(console, "AUC", overall.Auc);
        Line(console, "Brier", overall.Brier);
        foreach (var baseline in answer.Baselines)
        {
            Line(console, $"AUC of {baseline.Name}", baseline.Auc);
        }

        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  flagged: {overall.TruePositives} rightly, {overall.FalsePositives} wrongly; "
            + $"passed: {overall.TrueNegatives} rightly, {overall.FalseNegatives} wrongly"));
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {answer.DecisionMicroseconds:0.#} µs a decision, {answer.LessonMicroseconds:0.#} µs a lesson"));
        Examples(console, "Wrongly flagged", answer.FalsePositives);
        Examples(console, "Wrongly passed", answer.FalseNegatives);
    }

    private static void Line(IAnsiConsole console, string name, double value) =>
        console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"  {SafeText.Markup(name),-12} {value:0.0000}"));

    private static void Examples(IAnsiConsole console, string title, IReadOnlyCollection<EvaluatedItem> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLine($"[bold]{title}[/]");
        foreach (var item in items)
        {
            var text = SafeText.Line(item.Text);
            console.MarkupLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  [dim]row {item.Row}, score {item.Score:0.000}[/] {SafeText.Markup(text.Length > 160 ? text[..160] + "…" : text)}"));
        }
    }

    private static string? Option(string? field) => field switch
    {
        nameof(EvaluationPlan.Folds) => "--folds",
        nameof(EvaluationPlan.TrainFirst) => "--train-first",
        "cases" => "--positive",
        _ => field,
    };
}
