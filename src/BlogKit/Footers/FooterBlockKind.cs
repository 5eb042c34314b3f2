namespace BlogKit;

/// <summary>What a footer block is for; decides how a theme shows it.</summary>
public enum FooterBlockKind
{
    /// <summary>Anything.</summary>
    Custom,

    /// <summary>Asks readers to do something: a book, a newsletter.</summary>
    CallToAction,

    /// <summary>Says more about an author than the profile does.</summary>
    AuthorNote,

    /// <summary>The rules of the discussion, shown above the comment form.</summary>
    CommentPolicy,
}
