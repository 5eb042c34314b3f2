namespace BlogKit.Internal;

/// <summary>
/// Recognises <c>&lt;!--more--&gt;</c>, in any case, with white space or a label inside (<c>&lt;!-- more: go on --&gt;</c>).
/// </summary>
internal static class MoreMarker
{
    private const int Longest = 200;

    /// <summary>The length of the marker the text begins with, or 0.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("<!--", StringComparison.Ordinal))
        {
            return 0;
        }

        var inside = text[4..Math.Min(text.Length, Longest)];
        var end = inside.IndexOf("-->", StringComparison.Ordinal);
        if (end < 0)
        {
            return 0;
        }

        var word = inside[..end].Trim();
        return word.StartsWith("more", StringComparison.OrdinalIgnoreCase) && (word.Length == 4 || !char.IsLetterOrDigit(word[4]))
            ? end + 7
            : 0;
    }

    /// <summary>The text without any marker.</summary>
    public static string Remove(string text)
    {
        var at = text.IndexOf("<!--", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var rest = new System.Text.StringBuilder(text.Length);
        var start = 0;
        while (at >= 0)
        {
            var length = LengthAt(text.AsSpan(at));
            rest.Append(text, start, at - start + (length == 0 ? 4 : 0));
            start = at + (length == 0 ? 4 : length);
            at = text.IndexOf("<!--", start, StringComparison.Ordinal);
        }

        return rest.Append(text, start, text.Length - start).ToString();
    }
}
