using System.Globalization;

namespace BlogKit.Moderation.Tests;

/// <summary>
/// What the filter reaches on comments of our own invention, half of them advertising. The parts were told apart by a hash of each row
/// before anything was measured. The development part is also what every model begins with; the held-out part was never learned from nor
/// looked at for choosing.
/// </summary>
public sealed class SpamFilterFigureTests
{
    [Fact]
    public async Task Without_lessons_of_its_own_part_the_held_out_part_is_told_apart()
    {
        var cases = Cases("dev").Concat(Cases("held-out")).ToArray();
        var share = (double)Cases("dev").Count / cases.Length;
        var trainer = new LearningPolicyTrainer(new LearningPolicyOptions { StarterLessons = false });

        var report = (await EvaluateAsync(trainer, cases, new EvaluationPlan { TrainFirst = share })).Value;

        report.Overall.Cases.Should().Be(Cases("held-out").Count);
        report.Overall.Auc.Should().BeGreaterThan(0.96);
        report.Overall.Precision.Should().BeGreaterThan(0.9);
        report.Overall.F1.Should().BeGreaterThan(0.8);
    }

    [Fact]
    public async Task With_the_lessons_that_come_with_it_little_data_goes_far()
    {
        var report = (await EvaluateAsync(
            new LearningPolicyTrainer(new LearningPolicyOptions()), Cases("held-out"), new EvaluationPlan())).Value;

        report.Overall.Auc.Should().BeGreaterThan(0.96);
        report.Overall.Precision.Should().BeGreaterThan(0.87);
        report.Overall.F1.Should().BeGreaterThan(0.87);
    }

    [Fact]
    public async Task Probabilities_mean_what_they_say()
    {
        var report = (await EvaluateAsync(
            new LearningPolicyTrainer(new LearningPolicyOptions()), Cases("held-out"), new EvaluationPlan())).Value;

        report.Overall.Brier.Should().BeLessThan(0.08);
    }

    private static Task<Result<EvaluationReport>> EvaluateAsync(
        ITrainablePolicy trainer, IReadOnlyList<LabelledCase> cases, EvaluationPlan plan) =>
        new PolicyEvaluation([trainer], TimeProvider.System).RunAsync("learning", cases, plan);

    internal static IReadOnlyList<LabelledCase> Cases(string part) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Learning", "Data", "comments.csv")).Skip(1)
            .Where(l => l.EndsWith(string.Create(CultureInfo.InvariantCulture, $",{part}"), StringComparison.Ordinal))
            .Select(l => l[..^(part.Length + 1)])
            .Select(l => new LabelledCase(Text(l), l.EndsWith(",spam", StringComparison.Ordinal))),
    ];

    // Context and text may be in quotes; a text never has a line end.
    private static string Text(string line)
    {
        var body = line[..line.LastIndexOf(',')];
        return body.EndsWith('"') ? Unquote(body) : body[(body.LastIndexOf(',') + 1)..];
    }

    private static string Unquote(string body)
    {
        var start = body.IndexOf(",\"", StringComparison.Ordinal);
        return body[(start + 2)..^1].Replace("\"\"", "\"", StringComparison.Ordinal);
    }
}
