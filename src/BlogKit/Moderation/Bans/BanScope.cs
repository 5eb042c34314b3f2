namespace BlogKit.Moderation;

/// <summary>Which bans are listed.</summary>
public enum BanScope
{
    /// <summary>Those that keep somebody out now.</summary>
    InForce = 0,

    /// <summary>Those that are over or lifted, too: all there ever were.</summary>
    All = 1,
}
