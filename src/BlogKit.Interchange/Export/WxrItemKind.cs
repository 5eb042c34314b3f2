namespace BlogKit.Interchange;

/// <summary>The kinds of items that a report of <see cref="WxrWriter"/> counts. The names stand in reports and never change.</summary>
public enum WxrItemKind
{
    /// <summary>The blog itself, for what concerns all of it.</summary>
    Blog = 0,

    /// <summary>An author.</summary>
    Author = 1,

    /// <summary>A category.</summary>
    Category = 2,

    /// <summary>A tag.</summary>
    Tag = 3,

    /// <summary>A series.</summary>
    Series = 4,

    /// <summary>A post of the stream.</summary>
    Post = 5,

    /// <summary>A page.</summary>
    Page = 6,

    /// <summary>The picture that represents posts; one that several have is one.</summary>
    Picture = 7,

    /// <summary>A comment, trackback, pingback or webmention.</summary>
    Comment = 8,
}
