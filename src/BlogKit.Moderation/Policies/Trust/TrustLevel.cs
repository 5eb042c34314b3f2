namespace BlogKit.Moderation;

/// <summary>The levels of trust in a commenter, by what became of their comments.</summary>
public enum TrustLevel
{
    /// <summary>The commenter has nothing approved that outweighs what was taken down.</summary>
    New,

    /// <summary>The commenter was approved before.</summary>
    Known,

    /// <summary>The commenter was approved often.</summary>
    Regular,

    /// <summary>The commenter was approved very often.</summary>
    Trusted,

    /// <summary>The commenter has had too much taken down.</summary>
    Suspect,
}
