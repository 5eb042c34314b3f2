namespace BlogKit.AspNetCore;

/// <summary>The parts of the desk, in the order they are offered.</summary>
public enum DeskSection
{
    /// <summary>Posts: list, editor, revisions. Needs <see cref="BlogKitPolicies.Write"/>.</summary>
    Posts = 0,

    /// <summary>The queue of comments and each one's case. Needs <see cref="BlogKitPolicies.Moderate"/>.</summary>
    Comments,

    /// <summary>What moderators did. Needs <see cref="BlogKitPolicies.Moderate"/>.</summary>
    Log,

    /// <summary>Who is banned. Needs <see cref="BlogKitPolicies.Moderate"/>.</summary>
    Bans,

    /// <summary>Presets and policies, and what they would have done. Needs <see cref="BlogKitPolicies.Administer"/>.</summary>
    Policies,
}
