namespace BlogKit.Moderation;

/// <summary>Holds every comment for a moderator. Stateless and thread-safe.</summary>
public sealed class HoldAllPolicy : IModerationPolicy
{
    private static readonly ModerationFinding Held = new()
    {
        Code = "every-comment",
        Reason = "Every comment in this blog waits for a moderator.",
        Outcome = ModerationOutcome.Hold,
    };

    /// <inheritdoc/>
    public string Name => "hold-all";

    /// <inheritdoc/>
    public string Version => "1";

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) => new(Held);
}
