namespace BlogKit.Moderation.Internal;

/// <summary>One part of an evaluation: what is learned from and what is judged, by index, both in the order of the cases.</summary>
internal sealed record EvaluationSplit(int[] Training, int[] Judged)
{
    /// <summary>Cuts cases into parts as the plan says.</summary>
    public static EvaluationSplit[] For(IReadOnlyList<LabelledCase> cases, EvaluationPlan plan, bool learns)
    {
        if (plan.TrainFirst is { } share)
        {
            var first = Math.Clamp((int)Math.Round(cases.Count * share, MidpointRounding.AwayFromZero), 0, cases.Count);
            return [new EvaluationSplit([.. Enumerable.Range(0, first)], [.. Enumerable.Range(first, cases.Count - first)])];
        }

        if (plan.Folds is null && !learns)
        {
            return [new EvaluationSplit([], [.. Enumerable.Range(0, cases.Count)])];
        }

        var folds = Math.Min(plan.Folds ?? 10, Math.Max(cases.Count, 1));
        var foldOf = Stratified(cases, folds, plan.Seed);
        return [.. Enumerable.Range(0, folds).Select(fold => new EvaluationSplit(
            [.. Enumerable.Range(0, cases.Count).Where(i => foldOf[i] != fold)],
            [.. Enumerable.Range(0, cases.Count).Where(i => foldOf[i] == fold)]))];
    }

    private static int[] Stratified(IReadOnlyList<LabelledCase> cases, int folds, int seed)
    {
        var foldOf = new int[cases.Count];
        var next = 0;
        foreach (var wanted in new[] { true, false })
        {
            var indexes = Enumerable.Range(0, cases.Count).Where(i => cases[i].IsPositive == wanted).ToArray();
#pragma warning disable CA5394 // parts must come out the same for the same seed; nobody is to be surprised by them
            new Random(seed).Shuffle(indexes);
#pragma warning restore CA5394
            foreach (var index in indexes)
            {
                foldOf[index] = next++ % folds;
            }
        }

        return foldOf;
    }
}
