using System.CommandLine;
using System.CommandLine.Parsing;

namespace BlogKit.CommandLine;

/// <summary>Tells what is wrong with a command line that cannot be read.</summary>
internal static class UsageErrors
{
    public static int Report(ParseResult parsed, bool asJson)
    {
        var terminal = new Terminal(asJson, quiet: false);
        terminal.Fail([.. parsed.Errors.Select(static e => BlogError.Of(
            ErrorKind.Invalid, CommandErrors.UsageCode, "{cause}", Field(e), ("cause", e.Message)))]);
        var path = string.Join(' ', Names(parsed.CommandResult));
        terminal.Note($"'{path} --help' tells how it is used.");
        return ExitCodes.BadInput;
    }

    private static string? Field(ParseError error) => error.SymbolResult switch
    {
        OptionResult option => option.Option.Name,
        ArgumentResult { Parent: OptionResult option } => option.Option.Name,
        ArgumentResult argument => argument.Argument.Name,
        _ => null,
    };

    private static IEnumerable<string> Names(CommandResult command) =>
        command.Parent is CommandResult parent ? Names(parent).Append(command.Command.Name) : ["blogkit"];
}
