namespace BlogKit.Moderation;

/// <summary>How far a commenter is trusted, by what became of their comments.</summary>
public enum TrustLevel
{
    /// <summary>Has nothing approved that outweighs what was taken down.</summary>
    New,

    /// <summary>Was approved before.</summary>
    Known,

    /// <summary>Was approved often.</summary>
    Regular,

    /// <summary>Was approved very often.</summary>
    Trusted,

    /// <summary>Has had too much taken down.</summary>
    Suspect,
}
