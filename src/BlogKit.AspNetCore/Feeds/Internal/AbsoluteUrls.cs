using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Makes the addresses in stored HTML absolute, for readers that show it elsewhere: <c>href</c>, <c>src</c> and <c>poster</c> of every tag.
/// Leaves everything else as it is, character by character.
/// </summary>
internal static class AbsoluteUrls
{
    private static readonly SearchValues<char> BeforeNames = SearchValues.Create(" \t\r\n\f/\"'");

    public static string In(string html, Uri baseUrl) => In(html, encoded => Absolute(encoded, baseUrl));

    /// <summary>The same with another rule for what stands instead of an address, both encoded.</summary>
    public static string In(string html, Func<string, string> replace)
    {
        var result = new StringBuilder(html.Length + 64);
        var position = 0;
        while (position < html.Length)
        {
            var open = html.IndexOf('<', position);
            if (open < 0 || open + 1 == html.Length)
            {
                break;
            }

            result.Append(html, position, open - position);
            position = html[open + 1] is >= 'a' and <= 'z' or >= 'A' and <= 'Z'
                ? Tag(html, open, replace, result)
                : Skip(html, open, result);
        }

        return result.Append(html, position, html.Length - position).ToString();
    }

    // Comments may hold anything; end tags and others hold no addresses.
    private static int Skip(string html, int open, StringBuilder result)
    {
        var end = html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal) ? html.IndexOf("-->", open, StringComparison.Ordinal) : open;
        end = end < 0 ? html.Length : end + 1;
        result.Append(html, open, end - open);
        return end;
    }

    private static int Tag(string html, int open, Func<string, string> replace, StringBuilder result)
    {
        var position = open + 1;
        var copied = open;
        while (position < html.Length && html[position] != '>')
        {
            if (html[position] is not ('"' or '\''))
            {
                position++;
                continue;
            }

            var quote = html[position];
            var end = html.IndexOf(quote, position + 1);
            if (end < 0)
            {
                break;
            }

            if (IsAddress(NameBefore(html, open, position)))
            {
                result.Append(html, copied, position + 1 - copied);
                result.Append(replace(html[(position + 1)..end]));
                copied = end;
            }

            position = end + 1;
        }

        position = Math.Min(position + 1, html.Length);
        result.Append(html, copied, position - copied);
        return position;
    }

    private static ReadOnlySpan<char> NameBefore(string html, int open, int quote)
    {
        var name = html.AsSpan(open, quote - open).TrimEnd();
        if (!name.EndsWith('='))
        {
            return [];
        }

        name = name[..^1].TrimEnd();
        var start = name.LastIndexOfAny(BeforeNames);
        return name[(start + 1)..];
    }

    private static bool IsAddress(ReadOnlySpan<char> name) =>
        name.Equals("href", StringComparison.OrdinalIgnoreCase)
        || name.Equals("src", StringComparison.OrdinalIgnoreCase)
        || name.Equals("poster", StringComparison.OrdinalIgnoreCase);

    private static string Absolute(string encoded, Uri baseUrl)
    {
        var value = WebUtility.HtmlDecode(encoded).Trim();
        var isRelative = !Uri.TryCreate(value, UriKind.Absolute, out var absolute) || absolute.Scheme is "file";
        return isRelative && Uri.TryCreate(baseUrl, value, out var resolved) ? HtmlEncoder.Default.Encode(resolved.AbsoluteUri) : encoded;
    }
}
