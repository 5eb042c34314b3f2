using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Where output goes: answers to standard output, everything else to standard error; colours only where a person looks.</summary>
internal sealed class Terminal(bool json, bool quiet)
{
    // Whoever reads a file or a pipe wraps lines as they like.
    private const int UnwrappedWidth = 10_000;

    public bool Json { get; } = json;

    public bool Quiet { get; } = quiet;

    public IAnsiConsole Out { get; } = Create(Console.Out, Console.IsOutputRedirected);

    public IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Whether somebody is there to answer a question.</summary>
    public bool CanAsk => !Json && !Quiet && !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>Writes an answer for programs.</summary>
    public static void Write<T>(T answer, JsonTypeInfo<T> json) => Console.Out.WriteLine(JsonSerializer.Serialize(answer, json));

    /// <summary>Writes a remark for people.</summary>
    public void Note(string text)
    {
        if (!Json && !Quiet)
        {
            Error.WriteLine(SafeText.Line(text));
        }
    }

    /// <summary>Writes why the command failed; the exit code is that of the first reason.</summary>
    public int Fail(ImmutableArray<BlogError> errors) => Fail(ExitCodes.For(errors[0]), errors);

    public int Fail(int exitCode, string code, string template, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        Fail(exitCode, [BlogError.Of(ErrorKind.Invalid, code, template, arguments: arguments)]);

    /// <summary>Shows that long work goes on, and how far it has come, when somebody looks.</summary>
    public Task WorkAsync<TStep>(string title, Func<TStep, string> describe, Func<IProgress<TStep>?, Task> work) =>
        Quiet || Console.IsErrorRedirected
            ? work(null)
            : Error.Status().StartAsync(
                title, status => work(new StatusProgress<TStep>(step => status.Status = $"{title}: {describe(step)}")));

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (isRedirected)
        {
            console.Profile.Width = UnwrappedWidth;
        }

        return console;
    }

    private int Fail(int exitCode, ImmutableArray<BlogError> errors)
    {
        if (Json)
        {
            var answer = new FailureAnswer(exitCode, [.. errors.Select(static e => new Failure(null, e.Code, e.Message, e.Field))]);
            Console.Error.WriteLine(JsonSerializer.Serialize(answer, AnswersJson.Default.FailureAnswer));
            return exitCode;
        }

        foreach (var error in errors)
        {
            var rule = error.Field is null ? error.Code : $"{error.Field}: {error.Code}";
            Error.MarkupLine($"[red]blogkit:[/] {SafeText.Markup(error.Message)} ({SafeText.Markup(rule)})");
        }

        return exitCode;
    }
}
