namespace BlogKit;

/// <summary>The scope of a search.</summary>
public enum SearchScope
{
    /// <summary>Posts, pages and comments.</summary>
    Everything,

    /// <summary>Posts and pages.</summary>
    Posts,

    /// <summary>Comments.</summary>
    Comments,
}
