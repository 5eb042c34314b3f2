namespace BlogKit.CommandLine;

/// <summary>The failures a command line adds to those of the services.</summary>
internal static class CommandErrors
{
    public const string DatabaseCode = "database-unusable";
    public const string UsageCode = "usage";
    public const string FaultCode = "fault";

    public const string MissingCode = "missing";
    public const string CancelledCode = "cancelled";

    public static BlogError Database(string message) => new(ErrorKind.NotFound, DatabaseCode, message, "--database");

    public static BlogError Usage(string field, string message) => new(ErrorKind.Invalid, UsageCode, message, field);

    public static BlogError File(string field, string message) => new(ErrorKind.Invalid, "unreadable-file", message, field);

    public static BlogError CommentNotFound { get; } = new(ErrorKind.NotFound, ErrorCodes.CommentNotFound, "There is no such comment.");

    public static BlogError PasswordProtected { get; } =
        new(ErrorKind.Forbidden, ErrorCodes.NotAllowed, "The post is protected by a password and not yours.");
}
