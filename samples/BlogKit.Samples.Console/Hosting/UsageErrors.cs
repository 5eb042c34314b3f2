using System.CommandLine;

namespace BlogKit.CommandLine;

/// <summary>Tells what is wrong with a command line that cannot be read.</summary>
internal static class UsageErrors
{
    public static int Report(ParseResult parsed, bool asJson)
    {
        var terminal = new Terminal(asJson, quiet: false);
        terminal.Fail([.. parsed.Errors.Select(static e => new BlogError(ErrorKind.Invalid, CommandErrors.UsageCode, e.Message))]);
        var path = string.Join(' ', Names(parsed.CommandResult));
        terminal.Note($"'{path} --help' tells how it is used.");
        return ExitCodes.BadInput;
    }

    private static IEnumerable<string> Names(System.CommandLine.Parsing.CommandResult command) =>
        command.Parent is System.CommandLine.Parsing.CommandResult parent ? Names(parent).Append(command.Command.Name) : ["blogkit"];
}
