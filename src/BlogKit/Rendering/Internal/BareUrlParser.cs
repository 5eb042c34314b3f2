using System.Buffers;
using System.Globalization;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace BlogKit.Internal;

/// <summary>
/// Makes links of bare URLs: <c>http://</c>, <c>https://</c>, <c>mailto:</c> and <c>www.</c>. It wakes at the colon or the dot and looks
/// back, so that ordinary text costs nothing; a URL is read once and never beyond a limit, so that it stays linear where Markdig's own does
/// not.
/// </summary>
internal sealed class BareUrlParser : InlineParser
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n<>\"`\\\u00A0\u3000");

    private static readonly SearchValues<string> Beginnings =
        SearchValues.Create(["http://", "https://", "mailto:", "www."], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NotInHost = SearchValues.Create("()[]{}|^*,;!&'=$");

    private readonly int _maximumLength;

    public BareUrlParser(int maximumLength)
    {
        _maximumLength = maximumLength;
        OpeningCharacters = [':', '.'];
    }

    /// <summary>
    /// Whether a text can hold a bare URL at all; most comments do not, and are parsed faster without looking at every dot.
    /// </summary>
    public static bool IsNeededFor(ReadOnlySpan<char> text) => text.ContainsAny(Beginnings);

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        // Nearly every dot and colon ends a word; looking at one character first lets them go at once.
        var last = slice.Start == 0 ? '\0' : (char)(slice.Text[slice.Start - 1] | 0x20);
        if (slice.CurrentChar == '.' ? last != 'w' : last is not ('s' or 'p' or 'o'))
        {
            return false;
        }

        if (processor.Inline is not LiteralInline before
            || before.Content.End != slice.Start - 1
            || !ReferenceEquals(before.Content.Text, slice.Text))
        {
            return false;
        }

        var typed = before.Content.AsSpan();
        var prefix = slice.CurrentChar == '.'
            ? Prefix(typed, "www")
            : Math.Max(Prefix(typed, "https"), Math.Max(Prefix(typed, "http"), Prefix(typed, "mailto")));
        if (prefix == 0 || (before.IsFirstCharacterEscaped && prefix == typed.Length))
        {
            return false;
        }

        var start = slice.Start - prefix;
        var isWeb = slice.CurrentChar == ':' && prefix != 6;
        if (start > 0 && IsWordCharacter(slice.Text[start - 1], isWeb))
        {
            return false;
        }

        var rest = slice.AsSpan();
        var window = rest[..Math.Min(rest.Length, _maximumLength)];
        var end = End(window);
        if (end < 0 && window.Length < rest.Length)
        {
            return false;
        }

        var tail = TrimEnd(end < 0 ? window : window[..end]);
        var isComplete = prefix switch
        {
            3 => HasHost(tail[1..], dots: 1),
            6 => IsMailbox(tail[Math.Min(1, tail.Length)..]),
            _ => tail.StartsWith("://") && HasHost(tail[3..], dots: 1),
        };
        if (!isComplete)
        {
            return false;
        }

        var text = slice.Text.Substring(start, prefix + tail.Length);
        before.Content.End -= prefix;
        var link = new LinkInline(prefix == 3 ? $"https://{text}" : text, "") { IsAutoLink = true, IsClosed = true };
        link.AppendChild(new LiteralInline(text) { IsClosed = true });
        processor.Inline = link;
        slice.Start += tail.Length;
        return true;
    }

    private static int Prefix(ReadOnlySpan<char> typed, ReadOnlySpan<char> name) =>
        typed.EndsWith(name, StringComparison.OrdinalIgnoreCase) ? name.Length : 0;

    /// <summary>
    /// Whether a URL cannot begin after the character. A scheme is unmistakable after anything but an ASCII word; <c>www.</c> may also be
    /// part of an address, and is a word of its own only after a script that writes without spaces.
    /// </summary>
    private static bool IsWordCharacter(char c, bool hasScheme)
    {
        if (char.IsAscii(c))
        {
            return char.IsAsciiLetterOrDigit(c) || c == '_' || (!hasScheme && c is '+' or '-' or '.' or '@' or '/');
        }

        return !hasScheme && char.IsLetterOrDigit(c) && !Scripts.IsCountedAlone(c);
    }

    /// <summary>
    /// The first character that no URL in running text goes on after, or -1: white space, marks of other scripts that end a sentence or
    /// close a bracket.
    /// </summary>
    private static int End(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(Ends);
        var inside = end < 0 ? text : text[..end];
        var at = inside.IndexOfAnyExceptInRange('\0', '\u007F');
        for (var i = at; i >= 0 && i < inside.Length; i++)
        {
            if (!char.IsAscii(inside[i]) && EndsUrl(inside[i]))
            {
                return i;
            }
        }

        return end;
    }

    // Dashes and middle dots stand inside names of articles; the joiners inside words of Persian and Indic scripts. Full-width forms of
    // ASCII marks are marks.
    private static bool EndsUrl(char c) => c is not ('\u200C' or '\u200D')
        && !IsInnerMark(c)
        && (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation or UnicodeCategory.Control
                or UnicodeCategory.Format => true,
            UnicodeCategory.MathSymbol => c is >= '\uFF00' and <= '\uFFEF',
            _ => false,
        });

    private static bool IsInnerMark(char c) => c is '\u00B7' or '\u2027' or '\u30FB' or '\uFF65' or '\u0387'
        || (!char.IsAscii(c) && char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation or UnicodeCategory.ConnectorPunctuation);

    /// <summary>Leaves out closing punctuation and brackets that belong to the sentence around the URL.</summary>
    private static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> url)
    {
        var round = 0;
        var square = 0;
        for (var i = 0; i < url.Length; i++)
        {
            round += url[i] switch { '(' => 1, ')' => -1, _ => 0 };
            square += url[i] switch { '[' => 1, ']' => -1, _ => 0 };
            if (square < 0)
            {
                url = url[..i];
                break;
            }
        }

        while (!url.IsEmpty)
        {
            if (url[^1] is '?' or '!' or '.' or ',' or ':' or ';' or '*' or '_' or '~' or '\'' or '|'
                || IsInnerMark(url[^1])
                || (url[^1] == ')' && round < 0))
            {
                round += url[^1] == ')' ? 1 : 0;
                url = url[..^1];
            }
            else
            {
                break;
            }
        }

        return url;
    }

    private static bool HasHost(ReadOnlySpan<char> afterSlashes, int dots)
    {
        var end = afterSlashes.IndexOfAny('/', '?', '#');
        var host = end < 0 ? afterSlashes : afterSlashes[..end];
        var name = host.LastIndexOf('@') is var at and >= 0 ? host[(at + 1)..] : host;
        return name.Count('.') >= dots && name.Length >= 3 && char.IsLetterOrDigit(name[0])
            && !name.Contains("..", StringComparison.Ordinal)
            && !name.ContainsAny(NotInHost) && !HostNames.HasInvisibleCharacters(name);
    }

    private static bool IsMailbox(ReadOnlySpan<char> address)
    {
        var end = address.IndexOf('?');
        var mailbox = end < 0 ? address : address[..end];
        var at = mailbox.IndexOf('@');
        return at > 0 && at == mailbox.LastIndexOf('@') && !HostNames.HasInvisibleCharacters(mailbox)
            && HasHost(mailbox[(at + 1)..], dots: 1);
    }
}
