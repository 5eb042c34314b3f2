using System.Globalization;
using System.Text;

namespace BlogKit.Internal;

/// <summary>
/// Makes texts fit to be shown to a model: without what cannot be seen, without e-mail addresses, not too long. Linear in the text's
/// length.
/// </summary>
internal static class AIText
{
    private const string MaskedAddress = "(e-mail)";

    /// <summary>The text as it is sent.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maximum">The most characters that are kept.</param>
    /// <param name="isCut">Whether there was more.</param>
    public static string Prepare(string text, int maximum, out bool isCut)
    {
        var visible = MaskAddresses(Visible(text)).Trim();
        isCut = visible.Length > maximum;
        return isCut ? visible[..(char.IsHighSurrogate(visible[maximum - 1]) ? maximum - 1 : maximum)] : visible;
    }

    /// <summary>
    /// Drops what people do not see and models read all the same: controls, format characters (directions, zero widths, tag characters),
    /// variation selectors. Lone surrogates and private characters become U+FFFD, every kind of line end a line feed.
    /// </summary>
    private static string Visible(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control when rune.Value is '\n' or '\t':
                    result.Append((char)rune.Value);
                    break;
                case UnicodeCategory.Control or UnicodeCategory.Format:
                    break;
                case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    result.Append('\n');
                    break;
                case UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned:
                    result.Append('\ufffd');
                    break;
                case UnicodeCategory.NonSpacingMark when rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF):
                    break;
                default:
                    result.Append(rune.ToString());
                    break;
            }
        }

        return result.ToString();
    }

    private static string MaskAddresses(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var done = 0;
        while (at >= 0)
        {
            var start = at;
            while (start > done && IsLocal(text[start - 1]))
            {
                start--;
            }

            var end = at + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
            {
                end++;
            }

            var domain = text.AsSpan(at + 1, end - at - 1).TrimEnd('.').TrimEnd('-');
            if (start < at && domain.Contains('.'))
            {
                result.Append(text, done, start - done).Append(MaskedAddress);
                done = at + 1 + domain.Length;
            }

            at = end < text.Length ? text.IndexOf('@', end) : -1;
        }

        return result.Append(text, done, text.Length - done).ToString();
    }

    private static bool IsLocal(char character) => char.IsLetterOrDigit(character) || character is '.' or '_' or '%' or '+' or '-';
}
