namespace BlogKit;

/// <summary>The source of a signed-in user's name.</summary>
public enum NameSource
{
    /// <summary>
    /// The application gives the name. Also for those who are no users: authors have the name of their profile, guests type one.
    /// </summary>
    Application,

    /// <summary>The user chose the name in the blog, because the application has none that may be shown.</summary>
    Chosen,

    /// <summary>A neutral word stands for the name: the application has none that may be shown, and the user has not chosen one.</summary>
    Neutral,
}
