using BlogKit.Moderation;

namespace BlogKit;

/// <summary>The options of <see cref="AIAbusePolicy"/>.</summary>
public sealed class AIAbuseOptions
{
    /// <summary>Whether the model is asked about conduct. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The severity from which on <see cref="Outcome"/> is asked for. Default 0.4; 0 to 1. Below, only the score counts.</summary>
    public double ObjectAt { get; set; } = 0.4;

    /// <summary>
    /// The outcome for a comment that harms. Default <see cref="ModerationOutcome.Hold"/>; never <see cref="ModerationOutcome.Reject"/>.
    /// </summary>
    public ModerationOutcome Outcome { get; set; } = ModerationOutcome.Hold;
}
