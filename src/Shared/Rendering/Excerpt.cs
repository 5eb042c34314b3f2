using System.Globalization;

namespace BlogKit.Internal;

/// <summary>Cuts the beginning off a text: between words, and never inside a character a reader sees as one.</summary>
internal static class Excerpt
{
    public const char Ellipsis = '…';

    // Enough of what follows the cut to see whether it would divide a cluster.
    public const int LookAhead = 64;

    /// <summary>
    /// At most <paramref name="length"/> characters of <paramref name="text"/>, in which white space is already collapsed, and an ellipsis
    /// when there is more. A first word longer than that is cut between characters.
    /// </summary>
    public static string Cut(ReadOnlySpan<char> text, int length)
    {
        text = text.Trim();
        if (text.Length <= length)
        {
            return text.ToString();
        }

        var word = 0;
        var cluster = 0;
        var previous = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (at > length)
            {
                break;
            }

            var value = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];
            cluster = at;
            if (char.IsWhiteSpace(text[at])
                || (at > 0
                    && !char.IsWhiteSpace(text[at - 1])
                    && !IsClosing(text[at])
                    && (Scripts.IsCountedAlone(value) || Scripts.IsCountedAlone(previous))))
            {
                word = at;
            }

            previous = value;
            at += StringInfo.GetNextTextElementLength(text[at..]);
        }

        var end = word > 0 ? word : cluster;
        return $"{text[..end].TrimEnd()}{Ellipsis}";
    }

    private static bool IsClosing(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.ClosePunctuation
        or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation;
}
