namespace BlogKit.Moderation.Tests;

public sealed class PolicyEvaluationTests
{
    private static readonly LabelledCase[] Cases =
    [
        .. Enumerable.Range(0, 40).Select(
            i => new LabelledCase(i % 4 == 0 ? $"bad {i}" : $"good {i}", i % 4 == 0, i % 2 == 0 ? "Even\nabout even numbers" : "Odd")),
    ];

    [Fact]
    public async Task Every_case_is_judged_once_by_what_was_trained_without_it()
    {
        var policy = new Remembers();

        var report = (await RunAsync(policy, new EvaluationPlan { Folds = 5 })).Value;

        report.Parts.Should().HaveCount(5).And.OnlyContain(p => p.Cases == 8 && p.TruePositives + p.FalseNegatives == 2);
        report.Overall.Cases.Should().Be(40);
        report.TrainingCases.Should().Be(32);
        policy.SawItsOwn.Should().BeFalse();
        report.Overall.F1.Should().Be(1);
    }

    [Fact]
    public async Task Training_on_the_first_judges_the_later_ones()
    {
        var policy = new Remembers();

        var report = (await RunAsync(policy, new EvaluationPlan { TrainFirst = 0.7 })).Value;

        policy.Trainings.Should().ContainSingle().Which.Should().Equal(Cases.Take(28));
        report.Overall.Cases.Should().Be(12);
        policy.Asked.Select(c => c.Comment.PlainText).Should().Equal(Cases.Skip(28).Select(c => c.Text));
    }

    [Fact]
    public async Task A_policy_that_learns_nothing_judges_all_at_once()
    {
        var policy = new Remembers();

        var report = (await RunAsync(new FixedPolicy(policy), new EvaluationPlan())).Value;

        report.Parts.Should().ContainSingle().Which.Cases.Should().Be(40);
        report.TrainingCases.Should().Be(0);
    }

    [Fact]
    public async Task The_context_becomes_post_and_conversation_without_the_positives()
    {
        var policy = new Remembers();

        await RunAsync(policy, new EvaluationPlan { TrainFirst = 0.5, ConversationSize = 3 });

        var asked = policy.Asked.First(c => c.Comment.PlainText == "bad 20");
        asked.Post.Title.Should().Be("Even");
        asked.Facts.Post!.Text.Should().Be("Even\nabout even numbers");
        asked.Facts.Conversation.Select(c => c.PlainText).Should().Equal("good 18", "good 14", "good 10");
        policy.Asked.Select(c => c.Post.Id).Distinct().Should().HaveCount(2);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_report()
    {
        var first = (await RunAsync(new Remembers(), new EvaluationPlan { Folds = 4, Seed = 7 })).Value;
        var second = (await RunAsync(new Remembers(), new EvaluationPlan { Folds = 4, Seed = 7 })).Value;

        second.Parts.Should().Equal(first.Parts);
        second.Overall.Should().Be(first.Overall);
    }

    [Fact]
    public async Task Several_policies_are_combined_by_the_rules_of_the_application()
    {
        var evaluation = new PolicyEvaluation(
            [new FixedPolicy(new Says("a", 0.6)), new FixedPolicy(new Says("b", 0.4))], TimeProvider.System);

        var together = (await evaluation.RunAsync("all", Cases, new EvaluationPlan())).Value;
        var alone = (await evaluation.RunAsync("a", Cases, new EvaluationPlan())).Value;

        together.Overall.TruePositives.Should().Be(10, "0.6 and 0.4 are a point together");
        together.Overall.Auc.Should().Be(1);
        alone.Overall.TruePositives.Should().Be(0);
    }

    [Fact]
    public async Task A_baseline_is_measured_in_the_same_run()
    {
        var report = (await RunAsync(new Remembers(), new EvaluationPlan { Folds = 2 })).Value;

        report.Baselines.Should().ContainSingle().Which.Should().Be(new EvaluationBaseline("remembers", "length", 0));
    }

    [Fact]
    public async Task Progress_comes_to_the_end()
    {
        var steps = new List<EvaluationProgress>();

        await new PolicyEvaluation(
            [new Remembers()], TimeProvider.System).RunAsync("remembers", Cases, new EvaluationPlan { Folds = 2 }, new Steps(steps));

        steps[^1].Should().Be(new EvaluationProgress { Part = 2, Parts = 2, Judged = 40, ToJudge = 40 });
        steps.Select(s => s.Judged).Should().BeInAscendingOrder();
    }

    public static TheoryData<string, int?, double?, string> Faults => new()
    {
        { "unheard", null, null, "policy" },
        { "remembers", 1, null, "Folds" },
        { "remembers", 101, null, "Folds" },
        { "remembers", 5, 0.5, "Folds" },
        { "remembers", null, 1, "TrainFirst" },
        { "remembers", null, double.NaN, "TrainFirst" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_plan_that_cannot_be_carried_out_is_refused(string policy, int? folds, double? first, string field)
    {
        var evaluation = new PolicyEvaluation([new Remembers()], TimeProvider.System);

        var result = await evaluation.RunAsync(policy, Cases, new EvaluationPlan { Folds = folds, TrainFirst = first });

        result.Succeeded.Should().BeFalse();
        result.Error!.Field.Should().Be(field);
    }

    [Fact]
    public async Task Cases_of_one_kind_are_refused()
    {
        var result = await new PolicyEvaluation([new Remembers()], TimeProvider.System).RunAsync("all", Cases[1..4], new EvaluationPlan());

        result.Error!.Message.Should().Contain("0 are positive");
    }

    private static Task<Result<EvaluationReport>> RunAsync(ITrainablePolicy policy, EvaluationPlan plan) =>
        new PolicyEvaluation([policy], TimeProvider.System).RunAsync(policy.Name, Cases, plan);

    private sealed class Remembers : ITrainablePolicy, IModerationPolicy
    {
        public List<LabelledCase[]> Trainings { get; } = [];

        public List<ModerationContext> Asked { get; } = [];

        public bool SawItsOwn { get; private set; }

        public string Name => "remembers";

        public string Version => "1";

        public string? BaselineName => "length";

        public IModerationPolicy Train(IReadOnlyList<LabelledCase> cases)
        {
            Trainings.Add([.. cases]);
            return this;
        }

        public Func<LabelledCase, double> TrainBaseline(IReadOnlyList<LabelledCase> cases) => c => c.IsPositive ? 0 : 1;

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
        {
            Asked.Add(context);
            SawItsOwn |= Trainings.LastOrDefault()?.Any(c => c.Text == context.Comment.PlainText) ?? false;
            return new(context.Comment.PlainText.StartsWith("bad", StringComparison.Ordinal)
                ? Finding("remembers", 0.9, ModerationOutcome.Hold)
                : null);
        }
    }

    private sealed class Says(string name, double score) : IModerationPolicy
    {
        public string Name => name;

        public string Version => "1";

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) =>
            new(context.Comment.PlainText.StartsWith("bad", StringComparison.Ordinal)
                ? Finding(name, score, ModerationOutcome.Approve)
                : null);
    }

    private static ModerationFinding Finding(string policy, double score, ModerationOutcome outcome) =>
        new() { Policy = policy, PolicyVersion = "1", Code = "bad", Reason = "Bad.", Outcome = outcome, Score = score };

    private sealed class Steps(List<EvaluationProgress> steps) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => steps.Add(value);
    }
}
