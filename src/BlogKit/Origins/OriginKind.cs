namespace BlogKit;

/// <summary>The kind of an imported item. The numbers are stored and never reused.</summary>
public enum OriginKind
{
    /// <summary>A post or a page.</summary>
    Post = 0,

    /// <summary>A comment.</summary>
    Comment = 1,

    /// <summary>An author.</summary>
    Author = 2,

    /// <summary>A category.</summary>
    Category = 3,

    /// <summary>A tag: <see cref="Origin.ItemName"/> is its slug here.</summary>
    Tag = 4,

    /// <summary>A series.</summary>
    Series = 5,

    /// <summary>A picture or another file: <see cref="Origin.ItemName"/> is its name here.</summary>
    Media = 6,

    /// <summary>Somebody's wish to hear of new comments, which another system kept.</summary>
    Subscription = 7,
}
