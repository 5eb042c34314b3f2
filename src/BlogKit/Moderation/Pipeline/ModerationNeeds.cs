namespace BlogKit.Moderation;

/// <summary>
/// The facts that a policy can need beyond the comment, its writer's history and the facts of the post. Only what some policy needs is
/// read.
/// </summary>
[Flags]
public enum ModerationNeeds
{
    /// <summary>No further facts.</summary>
    None = 0,

    /// <summary><see cref="ModerationFacts.Post"/>: the text of the post.</summary>
    PostText = 1,

    /// <summary><see cref="ModerationFacts.Conversation"/>: the newest shown comments of the thread.</summary>
    Conversation = 2,

    /// <summary>
    /// <see cref="ModerationFacts.Activity"/>: how much was sent lately, of the windows that
    /// <see cref="IModerationPolicy.GetLimits"/> names.
    /// </summary>
    Activity = 4,

    /// <summary>
    /// <see cref="ModerationFacts.Similar"/>: comments of the blog that share one of the <see cref="IModerationPolicy.GetFingerprints"/>.
    /// </summary>
    Similar = 8,

    /// <summary><see cref="ModerationFacts.Ban"/>: whether the writer is banned.</summary>
    Bans = 16,

    /// <summary><see cref="ModerationFacts.LogPosition"/>: how far the log of the blog goes.</summary>
    LogPosition = 32,
}
