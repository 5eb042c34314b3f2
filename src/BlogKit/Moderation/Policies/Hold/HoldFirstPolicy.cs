namespace BlogKit.Moderation;

/// <summary>
/// Holds the comments of writers who have no approved comment in the blog yet, told by account or e-mail address. When the only approved
/// comment is the one being edited, the new text is held as well. Stateless and thread-safe.
/// </summary>
public sealed class HoldFirstPolicy : IModerationPolicy
{
    private static readonly ModerationFinding Held = new()
    {
        Code = "first-comment",
        Reason = "The first comment of this commenter waits for a moderator.",
        Outcome = ModerationOutcome.Hold,
    };

    /// <inheritdoc/>
    public string Name => "hold-first";

    /// <inheritdoc/>
    public string Version => "1";

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var others = context.History.Approved - (context.IsEdit && context.Comment.Status is CommentStatus.Approved ? 1 : 0);
        return new(others > 0 ? null : Held);
    }
}
