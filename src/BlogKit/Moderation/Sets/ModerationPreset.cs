namespace BlogKit.Moderation;

/// <summary>
/// A documented list of policies with their options, as far as they are registered; see <c>docs/moderation/presets.md</c>. Bans, flood
/// limits and the hold of first comments are in every blog, what recognises spam, abuse and drift comes with the package
/// BlogKit.Moderation.
/// </summary>
public enum ModerationPreset
{
    /// <summary>First comments wait; spam, abuse and drift are recognised and wait. The default.</summary>
    Standard,

    /// <summary>Only what is plainly spam or a threat is kept back.</summary>
    Relaxed,

    /// <summary>As standard with lower thresholds, and plain spam is not taken at all.</summary>
    Strict,

    /// <summary>Every comment waits; the policies say what a moderator should look at.</summary>
    HoldAll,

    /// <summary>No policy of BlogKit's own: only those switched on one by one, and the application's own.</summary>
    None,
}
