namespace BlogKit;

/// <summary>What is searched.</summary>
public enum SearchScope
{
    /// <summary>Posts, pages and comments.</summary>
    Everything,

    /// <summary>Posts and pages.</summary>
    Posts,

    /// <summary>Comments.</summary>
    Comments,
}
