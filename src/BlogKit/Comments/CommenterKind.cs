namespace BlogKit;

/// <summary>The kinds of commenters. The numbers are stored and never reused.</summary>
public enum CommenterKind
{
    /// <summary>A person who typed a name.</summary>
    Guest = 0,

    /// <summary>A signed-in user of the application.</summary>
    User = 1,

    /// <summary>A registered author of the blog.</summary>
    Author = 2,
}
