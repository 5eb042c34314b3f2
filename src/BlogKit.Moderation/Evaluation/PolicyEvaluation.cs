using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>
/// Measures policies on labelled cases: with cross-validation, with training on the first cases and judging the later ones, or without
/// training. Policies see each case as a comment under a post made from its context; they are asked through the same rules that decide in
/// the application. Reads and changes nothing of any blog. Deterministic but for the measured times. Safe for concurrent use.
/// </summary>
/// <param name="policies">The policies that can be measured.</param>
/// <param name="clock">Measures.</param>
public sealed class PolicyEvaluation(IEnumerable<ITrainablePolicy> policies, TimeProvider clock)
{
    /// <summary>The name that means every policy, together.</summary>
    public const string All = "all";

    private readonly ImmutableArray<ITrainablePolicy> _policies = [.. policies];

    /// <summary>The names of the policies that can be measured.</summary>
    public ImmutableArray<string> Policies => [.. _policies.Select(static p => p.Name)];

    /// <summary>Measures one policy, or all together.</summary>
    /// <param name="policy">The name of a policy, or <see cref="All"/>.</param>
    /// <param name="cases">The cases, in the order they were written.</param>
    /// <param name="plan">How they are cut.</param>
    /// <param name="progress">Told of every part and some cases in between; null for nobody.</param>
    /// <param name="cancellationToken">Honoured between cases.</param>
    /// <returns>
    /// The report; or an error of kind <see cref="ErrorKind.Invalid"/> that names what is wrong with the plan, the policy or the cases.
    /// </returns>
    public async Task<Result<EvaluationReport>> RunAsync(
        string policy,
        IReadOnlyList<LabelledCase> cases,
        EvaluationPlan plan,
        IProgress<EvaluationProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(plan);
        var chosen = string.Equals(policy, All, StringComparison.Ordinal)
            ? _policies
            : [.. _policies.Where(p => string.Equals(p.Name, policy, StringComparison.Ordinal))];
        if (Fault(policy, chosen, cases, plan) is { } fault)
        {
            return fault;
        }

        var run = new EvaluationRun(chosen, cases, plan, clock, progress);
        return await run.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private BlogError? Fault(string policy, ImmutableArray<ITrainablePolicy> chosen, IReadOnlyList<LabelledCase> cases, EvaluationPlan plan)
    {
        if (chosen.IsEmpty)
        {
            return Invalid(
                nameof(policy),
                "There is no policy '{policy}' to evaluate; there is {allowed}.",
                ("policy", policy),
                ("allowed", string.Join(", ", Policies.Append(All))));
        }

        if (plan is { Folds: not null, TrainFirst: not null })
        {
            return Invalid(nameof(plan.Folds), "Give either folds or a share to train on first, not both.");
        }

        if (plan.Folds is < 2 or > 100)
        {
            return Invalid(nameof(plan.Folds), "{field} must be {min} to {max}.", ("min", 2), ("max", 100));
        }

        if (plan.TrainFirst is { } share && !(share is > 0 and < 1))
        {
            return Invalid(nameof(plan.TrainFirst), "The share to train on first must be above 0 and below 1.");
        }

        if (plan.ConversationSize is < 0 or > 1000 || plan.Examples is < 0 or > 1000)
        {
            return Invalid(
                nameof(plan), "The size of the conversation and the number of examples must be {min} to {max}.", ("min", 0), ("max", 1000));
        }

        var positives = cases.Count(static c => c.IsPositive);
        return positives == 0 || positives == cases.Count
            ? Invalid(
                nameof(cases),
                "Of {count} cases {positive} are positive: there must be some of both kinds.",
                ("count", cases.Count),
                ("positive", positives))
            : null;
    }

    private static BlogError Invalid(string field, string template, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        BlogError.Of(ErrorKind.Invalid, "evaluation-invalid", template, field, arguments);
}
