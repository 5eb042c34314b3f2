using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>A topic that is not discussed.</summary>
public sealed class ClosedTopicOptions
{
    /// <summary>What it is called; told to moderators. At most 100 characters, unique.</summary>
    public string Name { get; set; } = "";

    /// <summary>
    /// Words, phrases and words with <c>*</c> that are of the topic, as in <see cref="BlockListPolicyOptions"/>. At least one.
    /// </summary>
    public IList<string> Terms { get; } = [];

    /// <summary>
    /// How many different terms a comment must have to be of the topic. 1 to 100, no more than there are terms; default 1.
    /// </summary>
    public int MinimumMatches { get; set; } = 1;

    /// <summary>What becomes of a comment of the topic. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome Outcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>How much it counts. 0 to 1; default 0.3.</summary>
    public double Score { get; set; } = 0.3;

    /// <summary>What its writer is told; null (the default) = that the topic, by its name, is closed here.</summary>
    public string? PublicMessage { get; set; }

    internal void Check(string path, ICollection<string> failures)
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > 100)
        {
            failures.Add($"{path}:Name must say something of at most 100 characters.");
        }

        if (Terms.Count == 0)
        {
            failures.Add($"{path}:Terms must have at least one term.");
        }

        OptionChecks.Range(failures, $"{path}:MinimumMatches", MinimumMatches, 1, Math.Clamp(Terms.Count, 1, 100));
        OptionChecks.Defined(failures, $"{path}:Outcome", Outcome);
        OptionChecks.Range(failures, $"{path}:Score", Score, 0, 1);
        var index = new TermIndex();
        for (var i = 0; i < Terms.Count; i++)
        {
            if (index.Add(Terms[i] ?? "", i) is { } fault)
            {
                failures.Add($"{path}:Terms:{i} {fault}.");
            }
        }
    }
}
