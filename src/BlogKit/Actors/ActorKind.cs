namespace BlogKit;

/// <summary>The kinds of actors.</summary>
public enum ActorKind
{
    /// <summary>A visitor the host does not know, who may read.</summary>
    Anonymous,

    /// <summary>A guest the host recognises by a secret in their browser.</summary>
    Guest,

    /// <summary>A signed-in user of the application.</summary>
    User,

    /// <summary>A registered author of the blog.</summary>
    Author,

    /// <summary>The application itself: seeding, import, background work. May do everything.</summary>
    System,
}
