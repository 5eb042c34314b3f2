namespace BlogKit;

/// <summary>The codes of <see cref="BlogError"/>. They never change their meaning.</summary>
public static class ErrorCodes
{
    /// <summary>A required field is empty.</summary>
    public const string Required = "required";

    /// <summary>A text is longer than its limit.</summary>
    public const string TooLong = "too-long";

    /// <summary>A list has more entries than its limit, or a page was asked to be larger than allowed.</summary>
    public const string TooMany = "too-many";

    /// <summary>A value is outside its range.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>A text has characters that cannot be stored: U+0000 or half a surrogate pair.</summary>
    public const string InvalidText = "invalid-text";

    /// <summary>The text is in a format that the application does not read: HTML where no package for it was added.</summary>
    public const string FormatNotSupported = "format-not-supported";

    /// <summary>A name has control characters, or nothing that can be seen.</summary>
    public const string InvalidName = "invalid-name";

    /// <summary>The name is an e-mail address or a part of one, which is never shown.</summary>
    public const string NameIsAddress = "name-is-address";

    /// <summary>The text is not an e-mail address.</summary>
    public const string InvalidEmail = "invalid-email";

    /// <summary>The text is not an absolute http or https address.</summary>
    public const string InvalidUrl = "invalid-url";

    /// <summary>The text is not a language tag (BCP 47).</summary>
    public const string InvalidLanguage = "invalid-language";

    /// <summary>The text is not a time zone of the IANA database.</summary>
    public const string InvalidTimeZone = "invalid-time-zone";

    /// <summary>The text is not a key: lower-case letters, digits and hyphens.</summary>
    public const string InvalidKey = "invalid-key";

    /// <summary>The cursor is none that a page gave.</summary>
    public const string InvalidCursor = "invalid-cursor";

    /// <summary>There is no such blog.</summary>
    public const string BlogNotFound = "blog-not-found";

    /// <summary>There is no such post, or the caller may not know of it.</summary>
    public const string PostNotFound = "post-not-found";

    /// <summary>The post was there and has been archived.</summary>
    public const string PostArchived = "post-archived";

    /// <summary>There is no such revision of the post.</summary>
    public const string RevisionNotFound = "revision-not-found";

    /// <summary>There is no such author.</summary>
    public const string AuthorNotFound = "author-not-found";

    /// <summary>There is no such category.</summary>
    public const string CategoryNotFound = "category-not-found";

    /// <summary>There is no such series.</summary>
    public const string SeriesNotFound = "series-not-found";

    /// <summary>There is no such footer block.</summary>
    public const string FooterBlockNotFound = "footer-block-not-found";

    /// <summary>There is no such picture or file.</summary>
    public const string MediaNotFound = "media-not-found";

    /// <summary>There is no such comment, or it is not shown.</summary>
    public const string CommentNotFound = "comment-not-found";

    /// <summary>Somebody else changed it meanwhile: read it again.</summary>
    public const string Changed = "changed";

    /// <summary>The slug, key or user key belongs to another.</summary>
    public const string Taken = "taken";

    /// <summary>The slug is one of <see cref="PostOptions.ReservedSlugs"/>: something else is at that address.</summary>
    public const string SlugReserved = "slug-reserved";

    /// <summary>The caller may not do this.</summary>
    public const string NotAllowed = "not-allowed";

    /// <summary>A post cannot go from its stage to that one.</summary>
    public const string InvalidTransition = "invalid-transition";

    /// <summary>The change would make something its own ancestor.</summary>
    public const string Circular = "circular";

    /// <summary>The thread takes no more comments; the message says why.</summary>
    public const string CommentsClosed = "comments-closed";

    /// <summary>The comment answered is not shown, or is under another post.</summary>
    public const string ParentNotShown = "parent-not-shown";

    /// <summary>The reply would be deeper than allowed.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>The name belongs to a registered author.</summary>
    public const string NameIsAuthors = "name-is-authors";

    /// <summary>The writer of the comment has chosen no name.</summary>
    public const string NameNotFound = "name-not-found";

    /// <summary>The e-mail address belongs to a registered author.</summary>
    public const string EmailIsAuthors = "email-is-authors";

    /// <summary>Guests may not comment here.</summary>
    public const string SignInRequired = "sign-in-required";

    /// <summary>The idempotency key was used for another request.</summary>
    public const string KeyReused = "key-reused";

    /// <summary>A policy refused the comment; the message says why.</summary>
    public const string Rejected = "rejected";

    /// <summary>The writer, or the address, is banned from commenting.</summary>
    public const string Banned = "banned";

    /// <summary>Too many comments were sent in a short time.</summary>
    public const string TooManyComments = "too-many-comments";

    /// <summary>The time to edit or withdraw is over.</summary>
    public const string EditWindowOver = "edit-window-over";

    /// <summary>The comment was purged; nothing of it is left.</summary>
    public const string Purged = "purged";

    /// <summary>The reaction is not one of the blog's.</summary>
    public const string UnknownReaction = "unknown-reaction";

    /// <summary>The actor may not vote for their own comment.</summary>
    public const string OwnComment = "own-comment";

    /// <summary>Only a root can be pinned.</summary>
    public const string NotARoot = "not-a-root";

    /// <summary>The application has not switched this on.</summary>
    public const string NotEnabled = "not-enabled";

    /// <summary>There is no such action on many comments in the blog.</summary>
    public const string OperationNotFound = "operation-not-found";

    /// <summary>The last action on the comment cannot be undone.</summary>
    public const string NotUndoable = "not-undoable";

    /// <summary>The key is neither a writer nor an address that can be banned; the message says why.</summary>
    public const string CannotBeBanned = "cannot-be-banned";

    /// <summary>No such ban is in force.</summary>
    public const string BanNotFound = "ban-not-found";

    /// <summary>The comment is shown, withdrawn or of a status its writer may not object to.</summary>
    public const string NotAppealable = "not-appealable";

    /// <summary>The writer has appealed for the comment already.</summary>
    public const string AlreadyAppealed = "already-appealed";
}
