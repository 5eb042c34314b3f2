using System.Text;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Marks characters in a text: on a terminal by colour and underline, elsewhere by brackets.</summary>
internal static class MarkedText
{
    private const int Around = 30;

    /// <summary>The whole text as Spectre's markup, its lines kept.</summary>
    public static string Whole(string text, IEnumerable<(int Start, int Length)> marks, IAnsiConsole console) =>
        Mark(text, 0, text.Length, marks, console.Profile.Capabilities.Ansi);

    /// <summary>The marked characters with a few around them, on one line.</summary>
    public static string Excerpt(string text, int start, int length, IAnsiConsole console)
    {
        var from = Between(text, Math.Max(0, start - Around));
        var to = Between(text, Math.Min(text.Length, start + length + Around));
        var marked = Mark(text, from, to, [(start, length)], console.Profile.Capabilities.Ansi);
        return $"{(from > 0 ? "…" : "")}{marked.Replace('\n', ' ')}{(to < text.Length ? "…" : "")}";
    }

    // A pair of surrogates is not cut.
    private static int Between(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;

    private static string Mark(string text, int from, int to, IEnumerable<(int Start, int Length)> marks, bool isTerminal)
    {
        var markup = new StringBuilder();
        var at = from;
        foreach (var (start, end) in Merge(marks))
        {
            markup.Append(Plain(text[at..start]));
            var marked = Plain(text[start..end]);
            markup.Append(isTerminal ? $"[bold red underline]{marked}[/]" : $"[[{marked}]]");
            at = end;
        }

        return markup.Append(Plain(text[at..to])).ToString();
    }

    private static string Plain(string text) => SafeText.Block(text).EscapeMarkup();

    private static IEnumerable<(int Start, int End)> Merge(IEnumerable<(int Start, int Length)> marks)
    {
        (int Start, int End)? open = null;
        foreach (var (start, length) in marks.Where(static m => m.Length > 0).Order())
        {
            if (open is { } before && start <= before.End)
            {
                open = (before.Start, Math.Max(before.End, start + length));
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = (start, start + length);
        }

        if (open is { } last)
        {
            yield return last;
        }
    }
}
