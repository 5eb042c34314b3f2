namespace BlogKit.Interchange.Internal;

/// <summary>A tag in HTML that was read.</summary>
/// <param name="Name">The name of its element.</param>
/// <param name="IsEnd">Whether it ends the element.</param>
/// <param name="End">Where the text goes on behind it.</param>
internal readonly record struct MarkupTag(string Name, bool IsEnd, int End)
{
    // With both, no part of a text is read more often than a few times, whatever the text.
    private const int MaximumQuoted = 4000;
    private const int MaximumQuotedTags = 20;

    /// <summary>Reads one from its bracket on; null for a sign of prose.</summary>
    public static MarkupTag? Read(string text, int start)
    {
        var isEnd = start + 1 < text.Length && text[start + 1] == '/';
        var nameAt = start + (isEnd ? 2 : 1);
        var at = nameAt;
        while (at < text.Length && char.IsAsciiLetterOrDigit(text[at]))
        {
            at++;
        }

        return at > nameAt && char.IsAsciiLetter(text[nameAt]) && FindEnd(text, at) is { } end
            ? new MarkupTag(text[nameAt..at], isEnd, end)
            : null;
    }

    // The end, over what is quoted; null when the next tag begins before.
    private static int? FindEnd(string text, int at)
    {
        var quotedTags = 0;
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '>':
                    return at + 1;
                case '<':
                    return null;
                case '"' or '\'' when text[at - 1] == '=' || (text[at - 1] == ' ' && text[at - 2] == '='):
                    var length = text.AsSpan(at + 1).IndexOf(text[at]);
                    if (length < 0)
                    {
                        return null;
                    }

                    var end = at + length + 2;
                    if (text.AsSpan(at + 1, length).Contains('<')
                        && (length > MaximumQuoted || ++quotedTags > MaximumQuotedTags || !IsBehindValue(text, end)))
                    {
                        return null;
                    }

                    at = end;
                    break;
                default:
                    at++;
                    break;
            }
        }

        return null;
    }

    // A quote that nobody closed goes on to the first of another tag, and there a value begins.
    private static bool IsBehindValue(string text, int at) =>
        at < text.Length && (char.IsWhiteSpace(text[at]) || text.AsSpan(at).StartsWith("/>", StringComparison.Ordinal) || text[at] == '>');
}
