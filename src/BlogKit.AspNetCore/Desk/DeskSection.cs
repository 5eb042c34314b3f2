namespace BlogKit.AspNetCore;

/// <summary>The parts of the desk, in the order they are offered.</summary>
public enum DeskSection
{
    /// <summary>Posts: list, editor, revisions. Needs <see cref="BlogKitPolicies.Write"/>.</summary>
    Posts = 0,

    /// <summary>The queue of comments and each one's case. Needs <see cref="BlogKitPolicies.Moderate"/>.</summary>
    Comments,

    /// <summary>The log of moderators' actions. Needs <see cref="BlogKitPolicies.Moderate"/>.</summary>
    Log,

    /// <summary>The list of bans. Needs <see cref="BlogKitPolicies.Moderate"/>.</summary>
    Bans,

    /// <summary>The presets and policies, and what they would have decided. Needs <see cref="BlogKitPolicies.Administer"/>.</summary>
    Policies,
}
