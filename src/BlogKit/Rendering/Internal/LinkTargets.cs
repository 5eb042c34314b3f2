using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;

namespace BlogKit.Internal;

/// <summary>
/// Decides which link targets are written out. Two judgements have to agree: what the text says literally, which is what a browser
/// will read, and what is left after every decoding a confused reader might apply. Whatever is not understood is refused.
/// </summary>
internal sealed class LinkTargets
{
    private const int MaximumDecodings = 4;

    private static readonly FrozenSet<string> NeverAllowed =
        FrozenSet.Create(
            StringComparer.OrdinalIgnoreCase, "javascript", "vbscript", "data", "file", "blob", "livescript", "mocha", "jar",
            "view-source");

    private static readonly SearchValues<char> Unsafe = SearchValues.Create("\"<>[]^`{|}");

    private readonly FrozenSet<string> _schemes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _maximumLength;

    public LinkTargets(IReadOnlyCollection<string> schemes, int maximumLength)
    {
        foreach (var scheme in schemes)
        {
            if (!IsSchemeName(scheme) || NeverAllowed.Contains(scheme))
            {
                throw new ArgumentException($"'{scheme}' cannot be an allowed scheme.", nameof(schemes));
            }
        }

        _schemes = schemes.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _lookup = _schemes.GetAlternateLookup<ReadOnlySpan<char>>();
        _maximumLength = maximumLength;
    }

    /// <summary>
    /// The target as it may stand in a commenter's link, percent-encoded to ASCII; null when it is refused. Only absolute targets pass.
    /// </summary>
    public string? Untrusted(string? url)
    {
        if (string.IsNullOrEmpty(url) || url.Length > _maximumLength || HasUnsafeCharacters(url) || HostNames.HasInvisible(url))
        {
            return null;
        }

        var colon = url.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !_lookup.Contains(url.AsSpan(0, colon)))
        {
            return null;
        }

        return Encode(url, colon, requireHost: true);
    }

    /// <summary>
    /// The target as it may stand in an author's link or picture; null when it is refused. Relative targets and fragments pass.
    /// </summary>
    public string? Author(string? url)
    {
        if (url is null || url.Length > _maximumLength || HostNames.HasInvisible(url))
        {
            return null;
        }

        var scheme = SchemeOf(FullyDecoded(url));
        return scheme.Length == 0 || _lookup.Contains(scheme) ? url : null;
    }

    private static bool IsSchemeName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || !char.IsAsciiLetter(name[0]))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    // Browsers drop tabs and line ends from URLs and read a backslash as a slash; bidirectional controls make a link look like another.
    // The joiners inside words of Persian and Indic scripts are letters of a path; in a host they are looked for apart.
    private static bool HasUnsafeCharacters(ReadOnlySpan<char> url)
    {
        foreach (var c in url)
        {
            if (c <= ' ' || c is '\\' or '\u007F')
            {
                return true;
            }

            if (c > '\u007F' && c is not ('\u200C' or '\u200D') && char.GetUnicodeCategory(c) is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator
                    or UnicodeCategory.PrivateUse)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Encode(string url, int colon, bool requireHost)
    {
        var isWeb = colon is 4 or 5 && url.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        if (isWeb
            && requireHost
            && !(url.Length > colon + 3
                && url[colon + 1] == '/'
                && url[colon + 2] == '/'
                && url[colon + 3] is not ('/' or '?' or '#' or ':' or '@')))
        {
            return null;
        }

        if (Ascii.IsValid(url) && !NeedsEncoding(url))
        {
            return url;
        }

        var rest = colon + 1;
        var encoded = new StringBuilder(url.Length + 32);
        encoded.Append(url, 0, rest);
        if (isWeb)
        {
            var end = url.AsSpan(colon + 3).IndexOfAny('/', '?', '#');
            var authority = end < 0 ? url[(colon + 3)..] : url.Substring(colon + 3, end);
            if (NeedsEncoding(authority))
            {
                return null;
            }

            if (!Ascii.IsValid(authority))
            {
                try
                {
                    authority = HostNames.ToAscii(authority, allowUnassigned: false);
                }
                catch (ArgumentException)
                {
                    return null;
                }
            }

            encoded.Append("//").Append(authority);
            rest = end < 0 ? url.Length : colon + 3 + end;
        }

        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in url.AsSpan(rest).EnumerateRunes())
        {
            if (rune.IsAscii && !MustEncode((char)rune.Value))
            {
                encoded.Append((char)rune.Value);
                continue;
            }

            var length = rune.EncodeToUtf8(utf8);
            for (var i = 0; i < length; i++)
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{utf8[i]:X2}");
            }
        }

        return encoded.ToString();
    }

    private static bool NeedsEncoding(ReadOnlySpan<char> url) => url.ContainsAny(Unsafe);

    private static bool MustEncode(char c) => Unsafe.Contains(c);

    private static string FullyDecoded(string url)
    {
        for (var i = 0; i < MaximumDecodings; i++)
        {
            var decoded = url.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(url) : url;
            if (decoded.Contains('%', StringComparison.Ordinal))
            {
                decoded = Uri.UnescapeDataString(decoded);
            }

            if (string.Equals(decoded, url, StringComparison.Ordinal))
            {
                break;
            }

            url = decoded;
        }

        return url;
    }

    /// <summary>
    /// What stands before the first colon when no slash, question mark or hash comes earlier, without what browsers ignore.
    /// </summary>
    private static string SchemeOf(string url)
    {
        var end = url.AsSpan().IndexOfAny(":/?#".AsSpan());
        if (end < 0 || url[end] != ':')
        {
            // A full-width or otherwise compatible colon is never a scheme to a browser, but nobody writes one innocently either.
            var normalized = url.AsSpan().ContainsAnyExceptInRange('\0', '\u007F') ? Compatible(url) : url;
            end = normalized.AsSpan().IndexOfAny(":/?#".AsSpan());
            if (ReferenceEquals(normalized, url) || end < 0 || normalized[end] != ':')
            {
                return "";
            }

            url = normalized;
        }

        var scheme = new StringBuilder(end);
        foreach (var c in url.AsSpan(0, end))
        {
            if (c > ' ' && !char.IsControl(c) && !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                scheme.Append(c);
            }
        }

        // An empty scheme (":foo") is a relative path to a browser, yet no author means one.
        return scheme.Length == 0 ? ":" : scheme.ToString();
    }

    private static string Compatible(string url) => UnicodeForms.ToNfkc(url);
}
