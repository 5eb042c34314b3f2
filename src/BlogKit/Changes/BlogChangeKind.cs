namespace BlogKit;

/// <summary>The part of a blog that a change touched.</summary>
public enum BlogChangeKind
{
    /// <summary>The blog itself: name, language, settings. Everything that is shown of it may differ.</summary>
    Blog = 0,

    /// <summary>A post was written, changed, published, taken down or deleted; lists it may stand in differ too.</summary>
    Post,

    /// <summary>Comments that readers see: one appeared, changed or went. The post's count may differ.</summary>
    Thread,

    /// <summary>Votes or reactions on a shown comment.</summary>
    Feedback,

    /// <summary>
    /// Comments that moderators alone see: one began to wait, was flagged, appealed or decided without readers seeing a difference.
    /// </summary>
    Queue,

    /// <summary>An author's profile.</summary>
    Author,

    /// <summary>Categories or series.</summary>
    Taxonomy,

    /// <summary>Footer blocks.</summary>
    Footers,
}
