using System.Globalization;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Texts for places that hold little.</summary>
internal static class ShortText
{
    /// <summary>About what search engines and link previews show of a description.</summary>
    public const int LongestDescription = 160;

    /// <summary>
    /// What fits of a text into a description: to the end of a word, with an ellipsis where something is missing. A text without spaces is
    /// cut between characters.
    /// </summary>
    public static string Description(string text)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length <= LongestDescription)
        {
            return text;
        }

        // One character is left for the ellipsis.
        var end = 0;
        var word = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > LongestDescription - 1)
            {
                break;
            }

            end = next;
            word = text[end] == ' ' ? end : word;
        }

        return string.Concat(text.AsSpan(0, word > LongestDescription / 2 ? word : end).TrimEnd().TrimEnd(",;:.…"), "…");
    }
}
