using System.CommandLine;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>A command that answers: runs, shows the answer, and turns what happened into an exit code.</summary>
internal abstract class AnswerCommand<TAnswer> : Command
    where TAnswer : notnull
{
    private readonly JsonTypeInfo<TAnswer> _json;

    protected AnswerCommand(string name, string description, CommonOptions common, JsonTypeInfo<TAnswer> json)
        : base(name, description)
    {
        Common = common;
        _json = json;
        SetAction((input, cancellationToken) => InvokeAsync(input, cancellationToken));
    }

    protected CommonOptions Common { get; }

    /// <summary>Whether the answer only confirms what was done, which <c>--quiet</c> leaves out.</summary>
    protected virtual bool OnlyConfirms => false;

    protected abstract Task<Result<TAnswer>> RunAsync(Terminal terminal, ParseResult input, CancellationToken cancellationToken);

    /// <summary>Writes the answer for people.</summary>
    protected abstract void Show(TAnswer answer, IAnsiConsole console);

    /// <summary>Runs and answers; a command whose options make it another one hands over to that here.</summary>
    public virtual async Task<int> InvokeAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var terminal = new Terminal(input.GetValue(Common.Json), input.GetValue(Common.Quiet));
        try
        {
            var result = await RunAsync(terminal, input, cancellationToken);
            if (!result.Succeeded)
            {
                return terminal.Fail(result.Errors);
            }

            Write(result.Value, terminal);
            return result.Value is IPartialAnswer { Errors: { IsEmpty: false } errors } ? terminal.Fail(errors) : ExitCodes.Done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return terminal.Fail(ExitCodes.Cancelled, CommandErrors.CancelledCode, "Cancelled.");
        }
#pragma warning disable CA1031 // the last resort of a process: its caller gets a line and an exit code, not a stack trace
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return terminal.Fail(
                ExitCodes.Fault, CommandErrors.FaultCode, "{type}: {cause}", ("type", fault.GetType().Name), ("cause", fault.Message));
        }
    }

    private void Write(TAnswer answer, Terminal terminal)
    {
        if (terminal.Json)
        {
            Terminal.Write(answer, _json);
        }
        else if (!terminal.Quiet || !OnlyConfirms)
        {
            Show(answer, terminal.Out);
        }
    }
}
