using System.Buffers;
using System.Globalization;
using System.Text;

namespace BlogKit;

/// <summary>Converts host names to ASCII (Punycode, RFC 5891), mapped as UTS #46 has it: the same with and without ICU.</summary>
public static class HostNames
{
    private static readonly SearchValues<char> s_delimiters = SearchValues.Create("/\\?#@:[]% ");

    /// <summary>Returns the host in ASCII and lower case; a port stays behind it.</summary>
    /// <param name="host">The host, in any script.</param>
    /// <param name="allowUnassigned">
    /// Whether it may have characters that Unicode has not assigned yet: true to look one up, false to take one from somebody.
    /// </param>
    /// <exception cref="ArgumentException">No host is written so.</exception>
    public static string ToAscii(string host, bool allowUnassigned)
    {
        var mapped = Mapped(host, allowUnassigned);
#pragma warning disable RS0030 // The one place: what ICU would map is mapped already.
        return new IdnMapping { AllowUnassigned = allowUnassigned }.GetAscii(mapped);
#pragma warning restore RS0030
    }

    /// <summary>
    /// Returns whether an address shows another host than it leads to: an invisible character is in its authority, or in the mailbox of a
    /// mail address. Half of them are dropped by browsers and half make another host.
    /// </summary>
    public static bool HasInvisible(ReadOnlySpan<char> url)
    {
        var start = url.IndexOf("//");
        if (start < 0)
        {
            var query = url.IndexOf('?');
            return url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && HasInvisibleCharacters(query < 0 ? url : url[..query]);
        }

        // Only a scheme stands before the slashes of an authority.
        if (url[..start].ContainsAny("/?#"))
        {
            return false;
        }

        var authority = url[(start + 2)..];
        var end = authority.IndexOfAny('/', '?', '#');
        authority = end < 0 ? authority : authority[..end];
        return HasInvisibleCharacters(authority) || (authority.Contains('%') && HasInvisibleCharacters(Uri.UnescapeDataString(authority)));
    }

    /// <summary>Returns whether a text has an invisible character.</summary>
    public static bool HasInvisibleCharacters(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
        {
            return false;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsAscii && UnicodeForms.IsInvisible(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static string Mapped(string host, bool allowUnassigned)
    {
        if (Ascii.IsValid(host))
        {
            return host.ToLowerInvariant();
        }

        var mapped = new StringBuilder(host.Length);
        foreach (var rune in UnicodeForms.ToNfkc(host).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.SpaceSeparator
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                case UnicodeCategory.OtherNotAssigned when !allowUnassigned || IsNoCharacter(rune):
                case var _ when rune == Rune.ReplacementChar:
                    throw new ArgumentException($"No host has U+{rune.Value:X4} in it.", nameof(host));
                case var _ when rune.Value is 0x3002 or 0xFF61:
                    mapped.Append('.');
                    break;
                case var _ when rune.Value is 0xAD or 0x200B or 0x2060 or 0xFEFF or (>= 0xFE00 and <= 0xFE0F):
                    break;
                default:
                    mapped.Append(Rune.ToLowerInvariant(rune).ToString());
                    break;
            }
        }

        var result = UnicodeForms.ToNfc(mapped.ToString());
        return Delimiters(result) == Delimiters(host)
            ? result
            : throw new ArgumentException("A host holds no character that stands for a delimiter.", nameof(host));
    }

    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static int Delimiters(string text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += s_delimiters.Contains(c) ? 1 : 0;
        }

        return count;
    }
}
