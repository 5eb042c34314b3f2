namespace BlogKit.Internal;

/// <summary>The errors that several services give in the same words.</summary>
internal static class Errors
{
    public static BlogError BlogNotFound { get; } = NotFound(ErrorCodes.BlogNotFound, "There is no such blog.");

    public static BlogError PostNotFound { get; } = NotFound(ErrorCodes.PostNotFound, "There is no such post.");

    public static BlogError RevisionNotFound { get; } = NotFound(ErrorCodes.RevisionNotFound, "There is no such revision of this post.");

    public static BlogError AuthorNotFound { get; } = NotFound(ErrorCodes.AuthorNotFound, "There is no such author.");

    public static BlogError CategoryNotFound { get; } = NotFound(ErrorCodes.CategoryNotFound, "There is no such category.");

    public static BlogError SeriesNotFound { get; } = NotFound(ErrorCodes.SeriesNotFound, "There is no such series.");

    public static BlogError FooterBlockNotFound { get; } = NotFound(ErrorCodes.FooterBlockNotFound, "There is no such footer block.");

    public static BlogError MediaNotFound { get; } = NotFound(ErrorCodes.MediaNotFound, "There is no such picture or file.");

    public static BlogError CommentNotFound { get; } = NotFound(ErrorCodes.CommentNotFound, "There is no such comment.");

    public static BlogError OperationNotFound { get; } =
        NotFound(ErrorCodes.OperationNotFound, "There is no such action on many comments in the blog.");

    public static BlogError BanNotFound { get; } = NotFound(ErrorCodes.BanNotFound, "There is no such ban in force.");

    public static BlogError MayNotModerate { get; } = NotAllowed("You may not moderate.");

    public static BlogError Purged { get; } = BlogError.Of(
        ErrorKind.Conflict, ErrorCodes.Purged, "The comment was purged; nothing of it is left.");

    public static BlogError InvalidCursor { get; } =
        BlogError.Of(ErrorKind.Invalid, ErrorCodes.InvalidCursor, "{field} is not one that a page of this list gave.", "Cursor");

    public static BlogError Changed(string thing) => BlogError.Of(
        ErrorKind.Conflict,
        ErrorCodes.Changed,
        "The {thing} was changed by somebody else meanwhile. Read it again and repeat the change.",
        arguments: [("thing", thing)]);

    public static BlogError NotAllowed(string template) => BlogError.Of(ErrorKind.Forbidden, ErrorCodes.NotAllowed, template);

    public static BlogError Taken(string field, string value) =>
        BlogError.Of(ErrorKind.Conflict, ErrorCodes.Taken, "{field} '{value}' is taken.", field, ("value", value));

    public static BlogError PageSize(int maximum) =>
        BlogError.Of(
            ErrorKind.Invalid, ErrorCodes.OutOfRange, "{field} must be between {min} and {max}.", "Size", ("min", 1), ("max", maximum));

    private static BlogError NotFound(string code, string template) => BlogError.Of(ErrorKind.NotFound, code, template);
}
