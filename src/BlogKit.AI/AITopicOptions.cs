using BlogKit.Moderation;

namespace BlogKit;

/// <summary>When <see cref="AITopicPolicy"/> objects.</summary>
public sealed class AITopicOptions
{
    /// <summary>Whether the model is asked about the topic. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// How sure the model must be that a comment is off topic before <see cref="Outcome"/> is asked for. Default 0.7; 0 to 1. Below, only
    /// the score counts.
    /// </summary>
    public double ObjectAt { get; set; } = 0.7;

    /// <summary>What to ask for. Default <see cref="ModerationOutcome.Hold"/>; never <see cref="ModerationOutcome.Reject"/>.</summary>
    public ModerationOutcome Outcome { get; set; } = ModerationOutcome.Hold;
}
