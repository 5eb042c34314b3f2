using BlogKit.Internal;
using BlogKit.Moderation;

namespace BlogKit;

/// <summary>
/// The options for asking models. Checked when the host starts; an error names the key below <c>BlogKit:AI</c>. Not to be changed after
/// that.
/// </summary>
public sealed class AIModerationOptions
{
    /// <summary>The options of judging whether comments keep to the topic.</summary>
    public AITopicOptions Topic { get; set; } = new();

    /// <summary>The options of judging whether comments keep to the rules of conduct.</summary>
    public AIAbuseOptions Abuse { get; set; } = new();

    /// <summary>The options of comparing comments with the post, by embeddings.</summary>
    public AIEmbeddingTopicOptions EmbeddingTopic { get; set; } = new();

    /// <summary>The model to ask for; null = the client's own.</summary>
    public string? Model { get; set; }

    /// <summary>The blog's rules in your words, part of the instructions; null for none. Default null; up to 8,000 characters.</summary>
    public string? Guidelines { get; set; }

    /// <summary>The longest time an answer may take, waiting for others included. Default 10 seconds; 0.05 to 120 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The number of characters of a comment that are sent. Default 10,000; 100 to 100,000.</summary>
    public int MaximumCommentLength { get; set; } = 10_000;

    /// <summary>The number of characters of the post, and of the comment answered, that are sent. Default 4,000; 100 to 20,000.</summary>
    public int MaximumContextLength { get; set; } = 4_000;

    /// <summary>
    /// The longest answer asked for, in tokens. Default 300; 50 to 10,000. Models that think before they answer need more.
    /// </summary>
    public int MaximumOutputTokens { get; set; } = 300;

    /// <summary>
    /// The temperature, how freely the model may choose its words. Default 0: as little as possible; 0 to 2. Null sends none, for models
    /// that refuse to be told.
    /// </summary>
    public double? Temperature { get; set; } = 0;

    /// <summary>The number of calls at the same moment; more wait. Default 4; 1 to 100.</summary>
    public int MaximumConcurrency { get; set; } = 4;

    /// <summary>The number of calls in any 60 minutes, of this process. Default 500; 0 to 1,000,000.</summary>
    public int MaximumCallsPerHour { get; set; } = 500;

    /// <summary>The number of calls in any 24 hours, of this process. Default 5,000; 0 to 10,000,000.</summary>
    public int MaximumCallsPerDay { get; set; } = 5_000;

    /// <summary>The number of tokens, in and out, in any 24 hours, of this process. Default 5,000,000; 0 to 1,000,000,000,000.</summary>
    public long MaximumTokensPerDay { get; set; } = 5_000_000;

    /// <summary>The action when the budget is used up. Default <see cref="AIBudgetAction.Hold"/>.</summary>
    public AIBudgetAction OnBudgetExhausted { get; set; } = AIBudgetAction.Hold;

    /// <summary>
    /// The outcome when a model does not answer, or not as it was told. Default <see cref="ModerationOutcome.Hold"/>;
    /// <see cref="ModerationOutcome.Approve"/> leaves it to the other policies.
    /// </summary>
    public ModerationOutcome OnFailure { get; set; } = ModerationOutcome.Hold;

    /// <summary>The time for which an answer is kept for the same comment. Default 7 days; up to 30 days, 0 keeps none.</summary>
    public TimeSpan CacheDuration { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The memory, in bytes, for the kept answers. Default 16 MiB; 1 MiB to 1 GiB.</summary>
    public int CacheMemory { get; set; } = 16 * 1024 * 1024;

    internal bool AsksChat => Topic.Enabled || Abuse.Enabled;

    internal void Check(string path, ICollection<string> failures)
    {
        if (Topic is null || Abuse is null || EmbeddingTopic is null)
        {
            failures.Add($"{path}: Topic, Abuse and EmbeddingTopic must not be null.");
            return;
        }

        AIChecks.Range(failures, $"{path}:Topic:ObjectAt", Topic.ObjectAt, 0, 1);
        AIChecks.Outcome(failures, $"{path}:Topic:Outcome", Topic.Outcome, ModerationOutcome.Spam);
        AIChecks.Range(failures, $"{path}:Abuse:ObjectAt", Abuse.ObjectAt, 0, 1);
        AIChecks.Outcome(failures, $"{path}:Abuse:Outcome", Abuse.Outcome, ModerationOutcome.Spam);
        AIChecks.Range(failures, $"{path}:EmbeddingTopic:MinimumSimilarity", EmbeddingTopic.MinimumSimilarity, -1, 1);
        AIChecks.Range(failures, $"{path}:EmbeddingTopic:MinimumLength", EmbeddingTopic.MinimumLength, 1, 10_000);
        AIChecks.Range(failures, $"{path}:EmbeddingTopic:ConversationSize", EmbeddingTopic.ConversationSize, 0, 50);
        AIChecks.Outcome(failures, $"{path}:EmbeddingTopic:Outcome", EmbeddingTopic.Outcome, ModerationOutcome.Spam);
        AIChecks.Range(failures, $"{path}:Guidelines", Guidelines?.Length ?? 0, 0, 8_000);
        AIChecks.Range(failures, $"{path}:Timeout", Timeout.TotalSeconds, 0.05, 120);
        AIChecks.Range(failures, $"{path}:MaximumCommentLength", MaximumCommentLength, 100, 100_000);
        AIChecks.Range(failures, $"{path}:MaximumContextLength", MaximumContextLength, 100, 20_000);
        AIChecks.Range(failures, $"{path}:MaximumOutputTokens", MaximumOutputTokens, 50, 10_000);
        AIChecks.Range(failures, $"{path}:Temperature", Temperature ?? 0, 0, 2);
        AIChecks.Range(failures, $"{path}:MaximumConcurrency", MaximumConcurrency, 1, 100);
        AIChecks.Range(failures, $"{path}:MaximumCallsPerHour", MaximumCallsPerHour, 0, 1_000_000);
        AIChecks.Range(failures, $"{path}:MaximumCallsPerDay", MaximumCallsPerDay, 0, 10_000_000);
        AIChecks.Range(failures, $"{path}:MaximumTokensPerDay", MaximumTokensPerDay, 0, 1_000_000_000_000);
        AIChecks.Range(failures, $"{path}:CacheDuration", CacheDuration.TotalDays, 0, 30);
        AIChecks.Range(failures, $"{path}:CacheMemory", CacheMemory, 1024 * 1024, 1024 * 1024 * 1024);
        AIChecks.Outcome(failures, $"{path}:OnFailure", OnFailure, ModerationOutcome.Hold);
        if (!Enum.IsDefined(OnBudgetExhausted))
        {
            failures.Add($"{path}:OnBudgetExhausted must be Hold or Skip.");
        }
    }
}
