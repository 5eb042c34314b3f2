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

    // Stands for the host of whoever asks: an address on it is written without it.
    private static readonly Uri Here = new("http://blog.invalid/", UriKind.Absolute);

    /// <summary>The HTML with addresses that name their host.</summary>
    public static string In(string html, Uri baseUrl) => In(html, value => Absolute(value, baseUrl));

    /// <summary>The HTML of a page of this host, to be shown on another one: addresses are written from the root on.</summary>
    /// <param name="html">What is stored.</param>
    /// <param name="path">The path it was written for.</param>
    /// <param name="keepFragments">Whether links within the text stay, because what they lead to is shown along with them.</param>
    public static string On(string html, string path, bool keepFragments = false) => In(html, value => FromRoot(value, new Uri(Here, path), keepFragments));

    /// <summary>The same with another rule for what stands instead of an address, both encoded.</summary>
    public static string In(string html, Func<string, string> resolve)
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
                ? Tag(html, open, resolve, result)
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

    private static int Tag(string html, int open, Func<string, string> resolve, StringBuilder result)
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
                result.Append(resolve(html[(position + 1)..end]));
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

    private static string FromRoot(string encoded, Uri baseUrl, bool keepFragments)
    {
        var value = WebUtility.HtmlDecode(encoded).Trim();
        var isLeft = value.StartsWith('/') || (keepFragments && value.StartsWith('#')) || (Uri.TryCreate(value, UriKind.Absolute, out var absolute) && absolute.Scheme is not "file");
        return !isLeft && Uri.TryCreate(baseUrl, value, out var resolved) && string.Equals(resolved.Host, Here.Host, StringComparison.Ordinal)
            ? HtmlEncoder.Default.Encode(resolved.PathAndQuery + resolved.Fragment)
            : encoded;
    }
}
