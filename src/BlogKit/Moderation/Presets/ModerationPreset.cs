namespace BlogKit;

/// <summary>A documented list of policies with their options; see <c>docs/moderation/presets.md</c>.</summary>
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

    /// <summary>No built-in policy: only those switched on one by one, and the application's own.</summary>
    None,
}
