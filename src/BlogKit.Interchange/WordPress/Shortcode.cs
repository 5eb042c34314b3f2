namespace BlogKit.Interchange.Internal;

/// <summary>A shortcode that was read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Attributes">Its attributes; those without a name are <c>0</c>, <c>1</c> and so on.</param>
/// <param name="End">Where the text goes on behind its opening.</param>
/// <param name="IsClosed">Whether it ends in a stroke and has no content.</param>
internal sealed record Shortcode(string Name, Dictionary<string, string> Attributes, int End, bool IsClosed)
{
    private const int MaximumLength = 4000;

    /// <summary>Reads one from its bracket on; null for what is none.</summary>
    public static Shortcode? Read(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-'))
        {
            at++;
        }

        var name = text[(start + 1)..at];
        if (at == text.Length || name.Length is 0 or > 60 || !(char.IsAsciiLetter(name[0]) || name[0] == '_'))
        {
            return null;
        }

        Dictionary<string, string> attributes = new(StringComparer.OrdinalIgnoreCase);
        // No further than to the next bracket: whatever the text, no part of it is read twice.
        var last = Math.Max(at, Math.Min(text.Length, start + MaximumLength));
        var next = text.IndexOf('[', at, last - at);
        last = next < 0 ? last : next;
        while (at < last)
        {
            var c = text[at];
            if (c == ']')
            {
                return new Shortcode(name, attributes, at + 1, text[at - 1] == '/');
            }

            if (c == '<')
            {
                return null;
            }

            if (char.IsWhiteSpace(c) || c is '/' or '=')
            {
                at++;
                continue;
            }

            at = ReadAttribute(text, at, last, attributes);
        }

        return null;
    }

    private static int ReadAttribute(string text, int at, int last, Dictionary<string, string> attributes)
    {
        var start = at;
        while (at < last && !char.IsWhiteSpace(text[at]) && text[at] is not ('=' or ']' or '"' or '\''))
        {
            at++;
        }

        var name = text[start..at];
        if (at < last && text[at] == '=')
        {
            at++;
        }
        else if (at > start)
        {
            attributes.TryAdd(attributes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), name.TrimEnd('/'));
            return at;
        }

        if (at >= last)
        {
            return last;
        }

        var value = ReadValue(text, ref at, last);
        attributes.TryAdd(name.Length == 0 ? attributes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) : name, value);
        return at;
    }

    private static string ReadValue(string text, ref int at, int last)
    {
        var quote = text[at];
        if (quote is '"' or '\'')
        {
            var end = text.IndexOf(quote, at + 1, last - at - 1);
            var quoted = end < 0 ? "" : text[(at + 1)..end];
            at = end < 0 ? last : end + 1;
            return quoted;
        }

        var start = at;
        while (at < last && !char.IsWhiteSpace(text[at]) && text[at] != ']')
        {
            at++;
        }

        return text[start..at];
    }
}
