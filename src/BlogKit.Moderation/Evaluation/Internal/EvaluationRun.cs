namespace BlogKit.Moderation.Internal;

/// <summary>One evaluation: trains, judges, counts.</summary>
internal sealed class EvaluationRun(
    ImmutableArray<ITrainablePolicy> policies,
    IReadOnlyList<LabelledCase> cases,
    EvaluationPlan plan,
    TimeProvider clock,
    IProgress<EvaluationProgress>? progress)
{
    private const int ReportEvery = 64;

    private readonly List<EvaluatedCase> _answers = [];
    private readonly Dictionary<string, List<(double Score, bool IsPositive)>> _baselines = new(StringComparer.Ordinal);
    private TimeSpan _training;
    private TimeSpan _deciding;
    private long _lessons;

    public async Task<EvaluationReport> RunAsync(CancellationToken cancellationToken)
    {
        var splits = EvaluationSplit.For(cases, plan, policies.Any(static p => p.LearnsFromCases));
        var parts = ImmutableArray.CreateBuilder<BinaryMetrics>(splits.Length);
        var toJudge = splits.Sum(static s => s.Judged.Length);
        for (var part = 0; part < splits.Length; part++)
        {
            var before = _answers.Count;
            await JudgeAsync(splits[part], done => progress?.Report(new EvaluationProgress
            {
                Part = part + 1,
                Parts = splits.Length,
                Judged = done,
                ToJudge = toJudge,
            }), cancellationToken)
                .ConfigureAwait(false);
            parts.Add(BinaryMetrics.Of(_answers.Skip(before)));
        }

        return new EvaluationReport
        {
            Policies = [.. policies.Select(static p => p.Name)],
            Cases = cases.Count,
            Positives = cases.Count(static c => c.IsPositive),
            TrainingCases = (int)(_lessons / splits.Length),
            Overall = BinaryMetrics.Of(_answers),
            Parts = parts.ToImmutable(),
            Baselines = [.. policies
                .Where(p => _baselines.ContainsKey(p.Name))
                .Select(p => new EvaluationBaseline(p.Name, p.BaselineName ?? "baseline", RankStatistics.Auc(_baselines[p.Name])))],
            DecisionMicroseconds = Mean(_deciding, _answers.Count),
            LessonMicroseconds = Mean(_training, _lessons),
            FalsePositives = [.. _answers
                .Where(static a => a.IsFlagged && !a.Case.IsPositive)
                .OrderByDescending(static a => a.Score)
                .ThenBy(static a => a.Index)
                .Take(plan.Examples)],
            FalseNegatives = [.. _answers
                .Where(static a => !a.IsFlagged && a.Case.IsPositive)
                .OrderBy(static a => a.Score)
                .ThenBy(static a => a.Index)
                .Take(plan.Examples)],
        };
    }

    private async Task JudgeAsync(EvaluationSplit split, Action<int> report, CancellationToken cancellationToken)
    {
        report(_answers.Count);
        LabelledCase[] training = [.. split.Training.Select(i => cases[i])];
        var started = clock.GetTimestamp();
        IModerationPolicy[] trained = [.. policies.Select(p => p.Train(training))];
        _training += clock.GetElapsedTime(started);
        _lessons += training.Length;
        (string Name, Func<LabelledCase, double> Score)[] baselines =
            [.. policies
                .Select(p => (p.Name, Score: p.TrainBaseline(training)))
                .Where(static b => b.Score is not null)
                .Select(static b => (b.Name, b.Score!))];

        var contexts = new CaseContexts(cases, plan, clock.GetUtcNow());
        foreach (var index in split.Training)
        {
            contexts.Show(index);
        }

        foreach (var index in split.Judged)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _answers.Add(await AskAsync(trained, index, contexts.Of(index), cancellationToken).ConfigureAwait(false));
            foreach (var (name, score) in baselines)
            {
                (_baselines.TryGetValue(name, out var list)
                    ? list
                    : _baselines[name] = []).Add((score(cases[index]), cases[index].IsPositive));
            }

            // Without training the shown comments before a case are all the conversation there is.
            if (training.Length == 0)
            {
                contexts.Show(index);
            }

            if (_answers.Count % ReportEvery == 0)
            {
                report(_answers.Count);
            }
        }

        report(_answers.Count);
    }

    private async ValueTask<EvaluatedCase> AskAsync(
        IModerationPolicy[] trained, int index, ModerationContext context, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var findings = ImmutableArray.CreateBuilder<ModerationFinding>();
        foreach (var policy in trained)
        {
            if (await policy.EvaluateAsync(context, cancellationToken).ConfigureAwait(false) is { } finding)
            {
                findings.Add(finding.WithPolicy(policy));
            }
        }

        var all = findings.ToImmutable();
        var outcome = plan.Rules.Combine(all);
        _deciding += clock.GetElapsedTime(started);
        var decision = new ModerationDecision { Outcome = outcome, Findings = all, DecidedAt = context.Comment.CreatedAt };
        var score = all.IsEmpty ? 0 : all.Max(static f => f.Score);
        return new EvaluatedCase
        {
            Index = index,
            Case = cases[index],
            IsFlagged = outcome >= ModerationOutcome.Hold,
            Score = score,
            Explanation = decision.Explanation,
        };
    }

    private static double Mean(TimeSpan time, long count) => count == 0 ? 0 : time.TotalMicroseconds / count;
}
