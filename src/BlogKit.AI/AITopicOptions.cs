using BlogKit.Moderation;

namespace BlogKit;

/// <summary>The options of <see cref="AITopicPolicy"/>.</summary>
public sealed class AITopicOptions
{
    /// <summary>Whether the model is asked about the topic. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The certainty that a comment is off topic from which on <see cref="Outcome"/> is asked for. Default 0.7; 0 to 1. Below, only the
    /// score counts.
    /// </summary>
    public double ObjectAt { get; set; } = 0.7;

    /// <summary>
    /// The outcome for a comment that is off topic. Default <see cref="ModerationOutcome.Hold"/>; never
    /// <see cref="ModerationOutcome.Reject"/>.
    /// </summary>
    public ModerationOutcome Outcome { get; set; } = ModerationOutcome.Hold;
}
