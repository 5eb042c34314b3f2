namespace BlogKit.Storage;

/// <summary>
/// The kinds of items that a blog consists of. They are read in this order, in which every item comes after those it depends on. The
/// numbers are kept in files and are never reused.
/// </summary>
public enum TransferKind
{
    /// <summary>The blog itself: the first item.</summary>
    Blog = 0,

    /// <summary>An author.</summary>
    Author = 1,

    /// <summary>A category, after the one above it.</summary>
    Category = 2,

    /// <summary>A series.</summary>
    Series = 3,

    /// <summary>A footer block.</summary>
    FooterBlock = 4,

    /// <summary>A post or page with its texts, after the page above it.</summary>
    Post = 5,

    /// <summary>A slug that a post had before.</summary>
    FormerSlug = 6,

    /// <summary>An earlier content of a post.</summary>
    PostRevision = 7,

    /// <summary>A comment, after the one it answers; the placeholder of a purged comment too.</summary>
    Comment = 8,

    /// <summary>An earlier text of a comment.</summary>
    CommentRevision = 9,

    /// <summary>The vote and reaction of one voter on a comment.</summary>
    Feedback = 10,

    /// <summary>A reader's flag against a comment.</summary>
    Flag = 11,

    /// <summary>The identity of a comment that was purged and left no placeholder, but records in the log.</summary>
    PurgedComment = 12,

    /// <summary>A record of the moderation log, in the order of positions.</summary>
    Record = 13,

    /// <summary>A ban, one that was lifted too.</summary>
    Ban = 14,

    /// <summary>The display name that a user chose.</summary>
    DisplayName = 15,

    /// <summary>The unsaved text of an editor.</summary>
    Autosave = 16,

    /// <summary>The model of a learning policy of this blog alone.</summary>
    Model = 17,

    /// <summary>An import with its number, in the order of numbers.</summary>
    Import = 18,

    /// <summary>The place an item came from.</summary>
    Origin = 19,

    /// <summary>An old address and the place it leads to.</summary>
    Redirect = 20,
}
