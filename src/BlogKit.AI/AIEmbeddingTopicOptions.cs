using BlogKit.Moderation;

namespace BlogKit;

/// <summary>The options of <see cref="AIEmbeddingTopicPolicy"/>.</summary>
public sealed class AIEmbeddingTopicOptions
{
    /// <summary>Whether comments are compared by embeddings. Default false; needs an <c>IEmbeddingGenerator</c>.</summary>
    public bool Enabled { get; set; }

    /// <summary>
    /// The cosine similarity to the post or the conversation below which a comment stands out. Default 0.15; -1 to 1. It depends on the
    /// model: measure yours.
    /// </summary>
    public double MinimumSimilarity { get; set; } = 0.15;

    /// <summary>The length below which comments are not looked at: "thanks!" is like no post. Default 80 characters; 1 to 10,000.</summary>
    public int MinimumLength { get; set; } = 80;

    /// <summary>The number of the newest shown comments that count as the conversation. Default 5; 0 to 50.</summary>
    public int ConversationSize { get; set; } = 5;

    /// <summary>The model to ask for; null = the generator's own.</summary>
    public string? Model { get; set; }

    /// <summary>
    /// The outcome for a comment that stands out. Default <see cref="ModerationOutcome.Hold"/>; never
    /// <see cref="ModerationOutcome.Reject"/>.
    /// </summary>
    public ModerationOutcome Outcome { get; set; } = ModerationOutcome.Hold;
}
