namespace BlogKit.Moderation.Tests;

/// <summary>Asks the policy about a text, without a store.</summary>
internal static class OffensiveContext
{
    private static readonly OffensivePolicy Default = new(new OffensivePolicyOptions());

    public static ModerationFinding? Judge(
        string text,
        OffensivePolicy? policy = null,
        string? answers = null,
        string language = "en",
        ModerationSensitivity sensitivity = default) =>
        (policy ?? Default).EvaluateAsync(
            Of(text, answers, language, sensitivity), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public static bool Flags(string text, string language = "en") =>
        Judge(text, language: language) is { } finding && (finding.Outcome >= ModerationOutcome.Hold || finding.Score >= 0.5);

    public static ModerationContext Of(
        string text, string? answers = null, string language = "en", ModerationSensitivity sensitivity = default)
    {
        var context = RuleContext.Of(text, name: "Writer", email: null, address: null, agent: null, language: language);
        return context with
        {
            Post = context.Post with { Comments = new CommentSettings { Sensitivity = sensitivity } },
            Parent = answers is null ? null : RuleContext.Parent("What was said.", answers),
        };
    }
}
