namespace BlogKit.Internal;

/// <summary>The errors that several services give in the same words.</summary>
internal static class Errors
{
    public static BlogError Changed(string what) =>
        new(ErrorKind.Conflict, ErrorCodes.Changed, $"The {what} was changed by somebody else meanwhile. Read it again and repeat the change.");

    public static BlogError NotAllowed(string what) =>
        new(ErrorKind.Forbidden, ErrorCodes.NotAllowed, $"You may not {what}.");

    public static BlogError Taken(string field, string value) =>
        new(ErrorKind.Conflict, ErrorCodes.Taken, $"{field} '{value}' is taken.", field);

    public static BlogError NotFound(string code, string what) => new(ErrorKind.NotFound, code, $"There is no such {what}.");

    public static BlogError InvalidCursor { get; } =
        new(ErrorKind.Invalid, ErrorCodes.InvalidCursor, "Cursor is not one that a page of this list gave.", "Cursor");

    public static BlogError PageSize(int maximum) =>
        new(ErrorKind.Invalid, ErrorCodes.OutOfRange, $"Size must be between 1 and {maximum}.", "Size");
}
