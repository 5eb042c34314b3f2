namespace BlogKit;

/// <summary>The purpose of a footer block; decides how a theme shows it. The numbers are stored and never reused.</summary>
public enum FooterBlockKind
{
    /// <summary>No particular purpose.</summary>
    Custom = 0,

    /// <summary>Asks readers to do something: a book, a newsletter.</summary>
    CallToAction = 1,

    /// <summary>Says more about an author than the profile does.</summary>
    AuthorNote = 2,

    /// <summary>The rules of the discussion, shown above the comment form.</summary>
    CommentPolicy = 3,
}
