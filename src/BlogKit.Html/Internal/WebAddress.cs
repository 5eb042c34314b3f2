using System.Net;
using System.Text;

namespace BlogKit.Html.Internal;

/// <summary>
/// Decides which addresses stay, and gives them one spelling. What is judged is what is left after every decoding that a confused reader
/// might apply.
/// </summary>
internal sealed class WebAddress
{
    private const int Longest = 2_048;
    private const int MostDecodings = 4;
    private const string Unsafe = "\"<>\\^`{|}[]";
    private static readonly string[] Never =
        ["javascript", "vbscript", "data", "file", "blob", "livescript", "mocha", "jar", "view-source"];
    private readonly HashSet<string> _schemes;

    public WebAddress(IEnumerable<string> schemes)
    {
        _schemes = new HashSet<string>(schemes, StringComparer.OrdinalIgnoreCase);
        if (_schemes.Overlaps(Never)
            || _schemes.Any(static s => s.Length == 0 || s.Any(static c => !char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))))
        {
            throw new ArgumentException("AllowedSchemes names a scheme that cannot be allowed.", nameof(schemes));
        }
    }

    /// <summary>The address, percent-encoded to ASCII but for a host's letters; null when it is refused.</summary>
    public string? Clean(string? address)
    {
        if (address is null || address.Length > Longest)
        {
            return null;
        }

        // Browsers drop tabs and line ends from addresses.
        var url = string.Concat(address.Where(static c => !char.IsControl(c))).Trim();
        if (url.Length == 0 || Decoded(url).Any(one => SchemeOf(one) is { Length: > 0 } scheme && !_schemes.Contains(scheme)))
        {
            return null;
        }

        return Encode(url);
    }

    private static IEnumerable<string> Decoded(string url)
    {
        for (var i = 0; i <= MostDecodings; i++)
        {
            yield return url;
            var decoded = WebUtility.HtmlDecode(url);
            decoded = decoded.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(decoded) : decoded;
            if (string.Equals(decoded, url, StringComparison.Ordinal))
            {
                yield break;
            }

            url = decoded;
        }
    }

    private static string SchemeOf(string url)
    {
        var folded = UnicodeForms.ToNfkc(url);
        var end = folded.AsSpan().IndexOfAny(":/?#\\");
        if (end < 0 || folded[end] is not ':')
        {
            return "";
        }

        var scheme = string.Concat(folded[..end].Where(static c => c > ' ' && !char.IsControl(c) && !char.IsWhiteSpace(c)
            && char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.Format));
        return scheme.Length == 0 ? ":" : scheme;
    }

    private static string Encode(string url)
    {
        var encoded = new StringBuilder(url.Length + 8);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in url.EnumerateRunes())
        {
            if (rune.IsAscii && rune.Value > ' ' && !Unsafe.Contains((char)rune.Value, StringComparison.Ordinal))
            {
                encoded.Append((char)rune.Value);
                continue;
            }

            foreach (var part in utf8[..rune.EncodeToUtf8(utf8)])
            {
                encoded.Append('%').Append(part.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }
}
