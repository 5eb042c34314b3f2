namespace BlogKit.Moderation;

/// <summary>Takes a policy that learns nothing into an evaluation.</summary>
/// <param name="policy">The policy.</param>
public sealed class FixedPolicy(IModerationPolicy policy) : ITrainablePolicy
{
    /// <inheritdoc/>
    public string Name => policy.Name;

    /// <inheritdoc/>
    public bool LearnsFromCases => false;

    /// <inheritdoc/>
    public IModerationPolicy Train(IReadOnlyList<LabelledCase> cases) => policy;
}
