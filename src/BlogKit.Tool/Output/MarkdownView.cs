using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlogKit.CommandLine;

/// <summary>Shows Markdown as it was written; on a terminal, headings, quotes and code stand out.</summary>
internal static class MarkdownView
{
    private static readonly Style Heading = new(decoration: Decoration.Bold);
    private static readonly Style Quote = new(decoration: Decoration.Italic);
    private static readonly Style Code = new(foreground: Color.Teal);

    public static IRenderable Draw(string markdown)
    {
        var text = new Paragraph();
        var inCode = false;
        foreach (var line in SafeText.Block(markdown).TrimEnd('\n').Split('\n'))
        {
            var isFence = line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal);
            var style = isFence || inCode ? Code
                : line.StartsWith('#') ? Heading
                : line.StartsWith('>') ? Quote
                : Style.Plain;
            text.Append(line + "\n", style);
            inCode ^= isFence;
        }

        return text;
    }
}
