namespace BlogKit.CommandLine;

/// <summary>Tells a file's title from its text.</summary>
internal static class MarkdownTitle
{
    /// <summary>
    /// Takes the heading off the top of a text, so that the page does not show its title twice. Front matter stays before the text.
    /// A text that begins with something else comes back as it was.
    /// </summary>
    public static string WithoutHeading(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var first = SkipBlank(lines, AfterFrontMatter(lines));
        if (first == lines.Length || HeadingLines(lines, first) is not (> 0 and var count))
        {
            return markdown;
        }

        var text = SkipBlank(lines, first + count);
        return string.Join('\n', lines[..first].Concat(lines[text..]));
    }

    private static int AfterFrontMatter(string[] lines)
    {
        var end = lines[0].TrimEnd() is "---" ? Array.FindIndex(lines, 1, static line => line.TrimEnd() is "---" or "...") : -1;
        return end + 1;
    }

    private static int SkipBlank(string[] lines, int from)
    {
        while (from < lines.Length && string.IsNullOrWhiteSpace(lines[from]))
        {
            from++;
        }

        return from;
    }

    private static int HeadingLines(string[] lines, int at)
    {
        var marks = lines[at].TakeWhile(static c => c == '#').Count();
        if (marks is > 0 and <= 6 && (marks == lines[at].Length || lines[at][marks] is ' ' or '\t'))
        {
            return 1;
        }

        var underlined = at + 1 < lines.Length && lines[at + 1].TrimEnd() is { Length: > 0 } line && line.All(static c => c == '=');
        return underlined ? 2 : 0;
    }
}
