namespace BlogKit.Moderation;

/// <summary>
/// Trains a policy for an evaluation: it is made anew from the training cases of each part, so that nothing of the judged part leaks into
/// it. Register an implementation for each policy that can be measured. Safe for concurrent use.
/// </summary>
public interface ITrainablePolicy
{
    /// <summary>The name of the policy, <see cref="IModerationPolicy.Name"/>.</summary>
    string Name { get; }

    /// <summary>
    /// Whether the policy learns from labels. One that does not is measured on all cases at once when nothing else is asked for. Default
    /// true.
    /// </summary>
    bool LearnsFromCases => true;

    /// <summary>
    /// The name of what <see cref="TrainBaseline"/> computes, a few words; null when the policy is compared with nothing. Default null.
    /// </summary>
    string? BaselineName => null;

    /// <summary>Returns a policy that has learned from these cases, in this order, and from nothing else.</summary>
    /// <param name="cases">The training cases; empty for a policy that does not learn.</param>
    IModerationPolicy Train(IReadOnlyList<LabelledCase> cases);

    /// <summary>
    /// Returns the plain method the policy is compared with: a function that gives every case a score, higher = rather positive. Default
    /// null.
    /// </summary>
    /// <param name="cases">The training cases; empty for a policy that does not learn.</param>
    Func<LabelledCase, double>? TrainBaseline(IReadOnlyList<LabelledCase> cases) => null;
}
