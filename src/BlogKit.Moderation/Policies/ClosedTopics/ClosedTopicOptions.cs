using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>A topic that may not be discussed.</summary>
public sealed class ClosedTopicOptions
{
    /// <summary>The name of the topic; told to moderators. At most 100 characters, unique.</summary>
    public string Name { get; set; } = "";

    /// <summary>
    /// Words, phrases and words with <c>*</c> that are of the topic, as in <see cref="BlockListPolicyOptions"/>. At least one.
    /// </summary>
    public IList<string> Terms { get; } = [];

    /// <summary>The number of different terms a comment must have to be of the topic.</summary>
    public int MinimumMatches { get; set; } = 1;

    /// <summary>The outcome for a comment of the topic. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome Outcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>The score of a comment of the topic. 0 to 1; default 0.3.</summary>
    public double Score { get; set; } = 0.3;

    /// <summary>The message to its writer; null (the default) = that the topic, by its name, is closed here.</summary>
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

        OptionChecks.CheckRange(failures, $"{path}:MinimumMatches", MinimumMatches, 1, Math.Clamp(Terms.Count, 1, 100));
        OptionChecks.CheckDefined(failures, $"{path}:Outcome", Outcome);
        OptionChecks.CheckRange(failures, $"{path}:Score", Score, 0, 1);
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
