using BlogKit.Moderation;

namespace BlogKit.CommandLine;

/// <summary>The policies that can be measured on labelled texts, as this host would use them.</summary>
internal static class MeasurablePolicies
{
    public const string OffTopic = "off-topic";

    /// <summary>What <c>--policy</c> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = ["learning", "offensive", "offtopic", PolicyEvaluation.All];

    /// <summary>The policy's own name for what was typed.</summary>
    public static string Name(string typed) => typed is "offtopic" ? OffTopic : typed;

    /// <summary>The policies; without contexts, none that looks at them. Together they score as they do in an application.</summary>
    public static IReadOnlyList<ITrainablePolicy> Create(LearningPolicyOptions learning, bool hasContexts, bool together)
    {
        List<ITrainablePolicy> policies =
        [
            new LearningPolicyTrainer(learning),
            new FixedPolicy(new OffensivePolicy(new OffensivePolicyOptions())),
        ];
        if (hasContexts)
        {
            policies.Add(new OffTopicPolicyTrainer(new OffTopicPolicyOptions()) { ScoresEverything = !together });
        }

        return policies;
    }
}
