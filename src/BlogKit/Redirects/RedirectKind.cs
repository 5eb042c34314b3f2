namespace BlogKit.Redirects;

/// <summary>The kinds of places an old address can lead to. The numbers are stored and never reused.</summary>
public enum RedirectKind
{
    /// <summary>Nowhere: what was there is gone for good.</summary>
    Gone = 0,

    /// <summary>A post or page, at whatever address it has.</summary>
    Post = 1,

    /// <summary>A comment, in whatever thread it is.</summary>
    Comment = 2,

    /// <summary>The posts of a category.</summary>
    Category = 3,

    /// <summary>The posts of an author.</summary>
    Author = 4,

    /// <summary>The posts with a tag.</summary>
    Tag = 5,

    /// <summary>A picture or file.</summary>
    Media = 6,

    /// <summary>A path of the application.</summary>
    Path = 7,

    /// <summary>The blog's front page.</summary>
    Home = 8,

    /// <summary>The blog's feed.</summary>
    Feed = 9,
}
