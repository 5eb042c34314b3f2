namespace BlogKit;

/// <summary>Who wrote a comment.</summary>
public enum CommenterKind
{
    /// <summary>Somebody who typed a name.</summary>
    Guest,

    /// <summary>A signed-in user of the application.</summary>
    User,

    /// <summary>A registered author of the blog.</summary>
    Author,
}
