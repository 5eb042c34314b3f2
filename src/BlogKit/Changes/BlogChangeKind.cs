namespace BlogKit;

/// <summary>
/// The part of a blog that a change touched, in announcements and in the change feed. The numbers are stored and never reused.
/// </summary>
public enum BlogChangeKind
{
    /// <summary>The blog itself: name, language, settings. Everything that is shown of it may differ.</summary>
    Blog = 0,

    /// <summary>A post was written, changed, published, taken down or deleted; lists it may stand in differ too.</summary>
    Post = 1,

    /// <summary>Comments that readers see: one appeared, changed or went. The post's count may differ.</summary>
    Thread = 2,

    /// <summary>Votes or reactions on a shown comment.</summary>
    Feedback = 3,

    /// <summary>
    /// Comments that moderators alone see: one began to wait, was flagged, appealed or decided without readers seeing a difference.
    /// </summary>
    Queue = 4,

    /// <summary>An author's profile.</summary>
    Author = 5,

    /// <summary>Categories or series.</summary>
    Taxonomy = 6,

    /// <summary>Footer blocks.</summary>
    Footers = 7,

    /// <summary>An unsaved text of an author. Only in the change feed: the services announce none.</summary>
    Autosaves = 8,

    /// <summary>Bans. Only in the change feed: the services announce none.</summary>
    Bans = 9,

    /// <summary>The names that users chose. Only in the change feed: the services announce none.</summary>
    DisplayNames = 10,

    /// <summary>Imports and where imported items came from. Only in the change feed: the services announce none.</summary>
    Origins = 11,

    /// <summary>The redirects of old addresses.</summary>
    Redirects = 12,
}
