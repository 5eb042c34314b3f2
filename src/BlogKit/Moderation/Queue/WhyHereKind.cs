namespace BlogKit.Moderation;

/// <summary>The kinds of reasons for a comment's status.</summary>
public enum WhyHereKind
{
    /// <summary>The policies decided so.</summary>
    Policies,

    /// <summary>A moderator decided so.</summary>
    Moderator,

    /// <summary>Readers objected to it.</summary>
    Readers,

    /// <summary>Its writer withdrew it.</summary>
    Writer,
}
