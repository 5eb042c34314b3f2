namespace BlogKit;

/// <summary>Where the name of a signed-in user comes from.</summary>
public enum NameSource
{
    /// <summary>The application names them (or they are no user: authors have the name of their profile, guests type one).</summary>
    Application,

    /// <summary>The application has no name for them that may be shown; they chose this one in the blog.</summary>
    Chosen,

    /// <summary>
    /// The application has no name for them that may be shown, and they have not chosen one: a neutral word stands for it.
    /// </summary>
    Neutral,
}
