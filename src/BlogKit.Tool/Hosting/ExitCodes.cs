namespace BlogKit.CommandLine;

/// <summary>What the process tells its caller. The numbers never change their meaning.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Fault = 1;
    public const int BadInput = 2;
    public const int NotFound = 3;
    public const int Conflict = 4;
    public const int NotAllowed = 5;
    public const int TooMany = 6;
    public const int Database = 7;
    public const int Cancelled = 130;

    public const string Help =
        """
        Exit codes:
          0    done
          1    unexpected fault
          2    usage, or input that breaks a rule
          3    not found
          4    conflict: changed meanwhile, or taken
          5    not allowed, or closed
          6    too many, or too fast
          7    database missing, unreadable or of another version
          130  cancelled (Ctrl+C)
        """;

    public static int For(BlogError error) => error switch
    {
        { Code: CommandErrors.DatabaseCode } => Database,
        { Kind: ErrorKind.NotFound } => NotFound,
        { Kind: ErrorKind.Conflict } => Conflict,
        { Kind: ErrorKind.Forbidden } => NotAllowed,
        { Kind: ErrorKind.TooMany } => TooMany,
        _ => BadInput,
    };
}
