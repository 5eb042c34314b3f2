namespace BlogKit.Moderation;

/// <summary>The bans that a list has.</summary>
public enum BanScope
{
    /// <summary>The bans in force now.</summary>
    InForce = 0,

    /// <summary>All bans there ever were, also those that are over or lifted.</summary>
    All = 1,
}
