namespace BlogKit.CommandLine;

/// <summary>The policies that can be measured on labelled texts, as this host would use them.</summary>
internal static class MeasurablePolicies
{
    public static IReadOnlyList<string> Names { get; } = [.. Create(new LearningPolicyOptions()).Select(static p => p.Name)];

    public static IReadOnlyList<ITrainablePolicy> Create(LearningPolicyOptions learning) =>
    [
        new LearningPolicyTrainer(learning),
    ];
}
