namespace BlogKit.AspNetCore.Internal;

/// <summary>Looks for pictures in Markdown that say nothing to people who do not see them: <c>![](…)</c>.</summary>
internal static class MarkdownPictures
{
    public static int CountWithoutAlternative(string markdown)
    {
        var count = 0;
        var isCode = false;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var trimmed = line.TrimStart();
            if (trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else if (!isCode)
            {
                count += CountIn(line);
            }
        }

        return count;
    }

    private static int CountIn(ReadOnlySpan<char> line)
    {
        var count = 0;
        while (line.IndexOf("![", StringComparison.Ordinal) is >= 0 and var start)
        {
            // Only white space may stand before the end, so no end is looked for farther away.
            line = line[(start + 2)..].TrimStart();
            if (line.StartsWith("](", StringComparison.Ordinal))
            {
                count++;
            }
        }

        return count;
    }
}
