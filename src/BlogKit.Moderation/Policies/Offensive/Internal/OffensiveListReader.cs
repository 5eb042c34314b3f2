namespace BlogKit.Moderation.Internal;

/// <summary>Reads the lines of lists; the format is described at the top of Data/en.txt.</summary>
internal static class OffensiveListReader
{
    private static readonly Dictionary<string, OffensiveSeverity> Severities = new(StringComparer.Ordinal)
    {
        ["mild"] = OffensiveSeverity.Mild,
        ["strong"] = OffensiveSeverity.Strong,
        ["slur"] = OffensiveSeverity.Slur,
    };

    private static readonly Dictionary<string, OffensiveFlags> Flags = new(StringComparer.Ordinal)
    {
        ["insult"] = OffensiveFlags.Insult,
        ["targeted"] = OffensiveFlags.Targeted,
        ["unclear"] = OffensiveFlags.Unclear,
        ["exact"] = OffensiveFlags.Exact,
        ["own"] = OffensiveFlags.None,
        ["s"] = OffensiveFlags.Plural,
    };

    /// <summary>Adds the entries of a list.</summary>
    /// <exception cref="FormatException">A line does not keep the format; the message names list, line and rule.</exception>
    public static void Read(OffensiveLexiconBuilder builder, string list, IEnumerable<string> lines)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var head = colon < 0 ? [] : text[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var problem = head.Length == 0 ? "it has no colon" : ReadEntry(builder, head, text[(colon + 1)..].Trim());
            if (problem is not null)
            {
                throw new FormatException($"Entry {number} of the list of offensive terms '{list}' cannot be read: {problem}.");
            }
        }
    }

    private static string? ReadEntry(OffensiveLexiconBuilder builder, string[] head, string items)
    {
        if (head[0] is "class")
        {
            return head.Length != 2
                ? "a class has one name"
                : builder.AddClass(head[1], items.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        if (head[0] is "pattern")
        {
            return head.Length is < 2 or > 3
                || !Enum.TryParse<OffensivePatternKind>(head[1], ignoreCase: true, out var kind)
                || (head.Length == 3 && head[2] is not "targeted")
                ? "a pattern has a known result and perhaps 'targeted'"
                : builder.AddPattern(kind, head.Length == 3, items);
        }

        if (!Severities.TryGetValue(head[0], out var severity))
        {
            return $"'{head[0]}' is none of mild, strong, slur, class and pattern";
        }

        var flags = OffensiveFlags.None;
        foreach (var name in head.Skip(1))
        {
            if (!Flags.TryGetValue(name, out var flag))
            {
                return $"'{name}' is not a flag";
            }

            flags |= flag;
        }

        foreach (var item in items.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = item.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var its = flags;
            while (words.Length > 1 && words[^1] is "exact" or "unclear")
            {
                its |= Flags[words[^1]];
                words = words[..^1];
            }

            builder.AddTerm(severity, its, words);
        }

        return null;
    }
}
