namespace BlogKit.Internal;

/// <summary>
/// Counts the attributes of tags, in one pass and without understanding more of HTML than that. Repeated html and body tags add theirs to
/// the one element there is. Compiled into every package that parses HTML of others.
/// </summary>
internal static class TagScan
{
    /// <summary>The most attributes that any tag of a text may have.</summary>
    public static int MostAttributes(ReadOnlySpan<char> html)
    {
        var most = 0;
        var ofRoots = 0;
        for (var at = html.IndexOf('<'); at >= 0;)
        {
            var i = at + 1;
            if (i < html.Length && (char.IsAsciiLetter(html[i]) || html[i] is '/'))
            {
                var isRoot = html[i..].StartsWith("html", StringComparison.OrdinalIgnoreCase)
                    || html[i..].StartsWith("body", StringComparison.OrdinalIgnoreCase);
                var count = Attributes(html, ref i);
                ofRoots += isRoot ? count : 0;
                most = Math.Max(most, Math.Max(count, ofRoots));
            }

            var next = i < html.Length ? html[i..].IndexOf('<') : -1;
            at = next < 0 ? -1 : i + next;
        }

        return most;
    }

    private static int Attributes(ReadOnlySpan<char> html, ref int i)
    {
        var count = 0;
        var isInName = true;
        while (i < html.Length && html[i] is not '>')
        {
            var c = html[i];
            if (char.IsWhiteSpace(c) || c is '/')
            {
                isInName = false;
                i++;
            }
            else if (c is '=')
            {
                i = Value(html, i + 1);
                isInName = false;
            }
            else
            {
                count += isInName ? 0 : 1;
                isInName = true;
                i++;
            }
        }

        return count;
    }

    private static int Value(ReadOnlySpan<char> html, int i)
    {
        while (i < html.Length && char.IsWhiteSpace(html[i]))
        {
            i++;
        }

        if (i < html.Length && html[i] is '"' or '\'')
        {
            var end = html[(i + 1)..].IndexOf(html[i]);
            return end < 0 ? html.Length : i + 1 + end + 1;
        }

        while (i < html.Length && html[i] is not '>' && !char.IsWhiteSpace(html[i]))
        {
            i++;
        }

        return i;
    }
}
