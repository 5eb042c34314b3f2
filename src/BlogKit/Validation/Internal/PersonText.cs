using System.Buffers;
using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace BlogKit.Internal;

/// <summary>Reads what people type about themselves.</summary>
internal static class PersonText
{
    // Quoted local parts and address literals are legal (RFC 5321) and never what a commenter means.
    private static readonly SearchValues<char> NotInAddresses = SearchValues.Create(" \t\r\n<>()[],;:\"\\");

    /// <summary>Whether a text is one line without control characters and without characters that turn the reading direction.</summary>
    public static bool IsPlainLine(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                || rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Reads a bare e-mail address with a dotted domain, in compatibility form (NFKC), so that no two spellings look alike.
    /// </summary>
    public static bool TryReadEmail(string text, out string email)
    {
        email = text.Trim();
        if (!TextRules.IsStorable(email))
        {
            return false;
        }

        email = UnicodeForms.ToNfkc(email);
        foreach (var rune in email.EnumerateRunes())
        {
            if (UnicodeForms.IsInvisible(rune) || Rune.IsWhiteSpace(rune))
            {
                return false;
            }
        }

        return email.Length > 0
            && MailAddress.TryCreate(email, out var address)
            && string.Equals(address.Address, email, StringComparison.Ordinal)
            && address.Host.Contains('.', StringComparison.Ordinal)
            && !address.Host.StartsWith('.') && !address.Host.EndsWith('.')
            && !email.AsSpan().ContainsAny(NotInAddresses);
    }

    /// <summary>Reads an http or https address; one typed without a scheme is taken for https.</summary>
    public static bool TryReadWebAddress(string text, out Uri url)
    {
        var candidate = text.Trim();
        if (!candidate.Contains("://", StringComparison.Ordinal) && candidate.Contains('.', StringComparison.Ordinal))
        {
            candidate = "https://" + candidate;
        }

        if (IsPlainLine(candidate)
            && Uri.TryCreate(candidate, UriKind.Absolute, out var parsed)
            && IsWebAddress(parsed))
        {
            url = parsed;
            return true;
        }

        url = null!;
        return false;
    }

    /// <summary>Whether a text is a path from the root of the host (and not of another host, as after two slashes).</summary>
    public static bool IsRootedPath(string text) =>
        text.Length > 0 && text[0] == '/' && !text.StartsWith("//", StringComparison.Ordinal)
        && !text.Contains('\\', StringComparison.Ordinal)
        && IsPlainLine(text);

    /// <summary>
    /// A name that a host vouches for, made fit to be stored and shown: one line, without what turns the reading direction.
    /// </summary>
    public static string Tidy(string name, int maximumLength)
    {
        var builder = new StringBuilder(name.Length);
        foreach (var rune in TextRules.Beginning(name, maximumLength).EnumerateRunes())
        {
            var text = rune.ToString();
            builder.Append(IsPlainLine(text) ? text : " ");
        }

        return builder.ToString().Trim();
    }

    /// <summary>Whether an address is http or https, without credentials, with a host that looks like what it is.</summary>
    public static bool IsWebAddress(Uri url) =>
        url.IsAbsoluteUri
        && url.Scheme is "http" or "https"
        && url.Host.Length > 0
        && url.UserInfo.Length == 0
        && !HostNames.HasInvisible(url.OriginalString.TrimStart());
}
