using System.Globalization;
using System.Text;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// Prepares a text for reading features: HTML leftovers become what they stood for, characters without a trace vanish, letters become
/// small. One pass; the result is never longer than the text.
/// </summary>
internal static class TextCleaner
{
    private const int LongestTag = 512;
    private const int LongestEntity = 10;

    /// <summary>Cleans into a buffer that is at least as long as the text.</summary>
    /// <returns>How many characters were written.</returns>
    public static int Clean(ReadOnlySpan<char> text, Span<char> into, out TextCase letters)
    {
        letters = default;
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '<' && TagLength(text[i..]) is > 0 and var tag)
            {
                written = WriteTag(text.Slice(i, tag), into, written);
                i += tag - 1;
                continue;
            }

            if (c == '&' && TryEntity(text[i..], out var decoded, out var length))
            {
                // An entity that stands for the begin of a tag was text to its writer: it stays a character.
                c = decoded;
                i += length - 1;
            }

            if (char.IsAscii(c))
            {
                if (char.IsAsciiLetterUpper(c))
                {
                    letters.Upper++;
                    c = (char)(c | 0x20);
                }
                else if (char.IsAsciiLetterLower(c))
                {
                    letters.Lower++;
                }
                else if (char.IsControl(c))
                {
                    c = c is '\n' ? '\n' : ' ';
                }

                into[written++] = c;
                continue;
            }

            if (c is '\u2019' or '\u2018' or '\u00b4')
            {
                into[written++] = '\'';
            }
            else if (c is '\uFEFF' or '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
                or (>= '\u2060' and <= '\u2064') or '\uFE0F')
            {
            }
            else if (char.IsWhiteSpace(c))
            {
                into[written++] = ' ';
            }
            else
            {
                letters.Upper += char.IsUpper(c) ? 1 : 0;
                letters.Lower += char.IsLower(c) ? 1 : 0;
                into[written++] = char.ToLowerInvariant(c);
            }
        }

        return written;
    }

    private static int TagLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || !(char.IsAsciiLetter(text[1]) || (text[1] == '/' && char.IsAsciiLetter(text[2]))))
        {
            return 0;
        }

        var end = text[..Math.Min(text.Length, LongestTag)].IndexOf('>');
        return end + 1;
    }

    private static int WriteTag(ReadOnlySpan<char> tag, Span<char> into, int written)
    {
        if (tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("<p", StringComparison.OrdinalIgnoreCase))
        {
            into[written++] = '\n';
            return written;
        }

        // Of a link, where it leads is kept; the spaces around it take the place of the brackets.
        var href = tag.IndexOf("href=", StringComparison.OrdinalIgnoreCase);
        if (href > 0)
        {
            var url = tag[(href + 5)..^1].Trim("\"' /");
            into[written++] = ' ';
            foreach (var c in url)
            {
                into[written++] = char.IsAscii(c) && char.IsControl(c) ? ' ' : char.ToLowerInvariant(c);
            }

            into[written++] = ' ';
        }

        return written;
    }

    private static bool TryEntity(ReadOnlySpan<char> text, out char decoded, out int length)
    {
        decoded = ' ';
        length = text[..Math.Min(text.Length, LongestEntity)].IndexOf(';') + 1;
        if (length < 4)
        {
            return false;
        }

        var name = text[1..(length - 1)];
        if (name[0] == '#')
        {
            var hexadecimal = name[1] is 'x' or 'X';
            if (!int.TryParse(
                name[(hexadecimal ? 2 : 1)..],
                hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var value)
                || !Rune.IsValid(value))
            {
                return false;
            }

            decoded = value > char.MaxValue ? '\u2605' : (char)value;
            return true;
        }

        decoded = name switch
        {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => ' ',
            _ => '\0',
        };
        return decoded != '\0';
    }
}
