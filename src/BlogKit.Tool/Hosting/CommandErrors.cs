namespace BlogKit.CommandLine;

/// <summary>The failures a command line adds to those of the services.</summary>
internal static class CommandErrors
{
    public const string DatabaseCode = "database-unusable";
    public const string UsageCode = "usage";
    public const string FaultCode = "fault";
    public const string FileCode = "unreadable-file";

    public const string MissingCode = "missing";
    public const string CancelledCode = "cancelled";

    public static BlogError Database(string template, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        BlogError.Of(ErrorKind.NotFound, DatabaseCode, template, "--database", arguments);

    public static BlogError Usage(string field, string template, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        BlogError.Of(ErrorKind.Invalid, UsageCode, template, field, arguments);

    public static BlogError File(string field, string template, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        BlogError.Of(ErrorKind.Invalid, FileCode, template, field, arguments);

    public static BlogError NoFile(string field, string file) => BlogError.Of(
        ErrorKind.NotFound, FileCode, "There is no file '{file}'.", field, ("file", file));

    public static BlogError CommentNotFound { get; } = BlogError.Of(
        ErrorKind.NotFound, ErrorCodes.CommentNotFound, "There is no such comment.");

    public static BlogError PasswordProtected { get; } =
        BlogError.Of(ErrorKind.Forbidden, ErrorCodes.NotAllowed, "The post is protected by a password and not yours.");
}
