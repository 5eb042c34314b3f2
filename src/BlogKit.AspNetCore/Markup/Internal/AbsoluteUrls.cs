using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Makes the addresses in stored HTML absolute, for readers that show it elsewhere: in every attribute of a tag that holds some, however it
/// is written. Leaves everything else as it is, character by character.
/// </summary>
internal static class AbsoluteUrls
{
    private static readonly string[] Names =
        ["href", "src", "poster", "action", "formaction", "cite", "longdesc", "background", "xlink:href"];

    private enum AddressKind
    {
        None,
        One,
        Set,
    }

    // Stands for the host of whoever asks: an address on it is written without it.
    private static readonly Uri Here = new("http://blog.invalid/", UriKind.Absolute);

    /// <summary>The HTML with addresses that name their host.</summary>
    public static string In(string html, Uri baseUrl) => In(html, value => Absolute(value, baseUrl));

    /// <summary>The HTML of a page of this host, to be shown on another one: addresses are written from the root on.</summary>
    /// <param name="html">What is stored.</param>
    /// <param name="path">The path it was written for.</param>
    /// <param name="keepFragments">Whether links within the text stay, because what they lead to is shown along with them.</param>
    public static string On(string html, string path, bool keepFragments = false) =>
        In(html, value => FromRoot(value, new Uri(Here, path), keepFragments));

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
        var end = html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal)
            ? html.IndexOf("-->", open, StringComparison.Ordinal)
            : open;
        end = end < 0 ? html.Length : end + 1;
        result.Append(html, open, end - open);
        return end;
    }

    private static int Tag(string html, int open, Func<string, string> resolve, StringBuilder result)
    {
        var position = NameEnd(html, open + 1, isAttribute: false);
        var tag = html.AsSpan(open + 1, position - open - 1);
        var copied = open;
        while (position < html.Length && html[position] != '>')
        {
            if (IsBetween(html[position]))
            {
                position++;
                continue;
            }

            var name = position;
            position = NameEnd(html, name + 1, isAttribute: true);
            var kind = KindOf(tag, html.AsSpan(name, position - name));
            var sign = SpacesEnd(html, position);
            if (sign == html.Length || html[sign] != '=')
            {
                continue;
            }

            var start = SpacesEnd(html, sign + 1);
            var isQuoted = start < html.Length && html[start] is '"' or '\'';
            var end = isQuoted ? html.IndexOf(html[start], start + 1) : UnquotedEnd(html, start);
            if (end < 0)
            {
                // A value that is never closed is no element to any reader.
                position = html.Length;
                break;
            }

            var value = html[(isQuoted ? start + 1 : start)..end];
            position = isQuoted ? end + 1 : end;
            var resolved = kind switch
            {
                AddressKind.One when !IsOwnPart(tag, value) => resolve(value),
                AddressKind.Set => InSet(value, resolve),
                _ => value,
            };
            if (!string.Equals(resolved, value, StringComparison.Ordinal))
            {
                var quote = isQuoted ? html[start] : '"';
                result.Append(html, copied, start - copied).Append(quote).Append(resolved).Append(quote);
                copied = position;
            }
        }

        position = Math.Min(position + 1, html.Length);
        result.Append(html, copied, position - copied);
        return position;
    }

    private static int NameEnd(string html, int position, bool isAttribute)
    {
        while (position < html.Length && !IsBetween(html[position]) && html[position] != '>' && !(isAttribute && html[position] == '='))
        {
            position++;
        }

        return position;
    }

    private static int SpacesEnd(string html, int position)
    {
        while (position < html.Length && char.IsAscii(html[position]) && char.IsWhiteSpace(html[position]))
        {
            position++;
        }

        return position;
    }

    private static int UnquotedEnd(string html, int position)
    {
        while (position < html.Length && html[position] != '>' && !(char.IsAscii(html[position]) && char.IsWhiteSpace(html[position])))
        {
            position++;
        }

        return position;
    }

    private static bool IsBetween(char c) => c == '/' || (char.IsAscii(c) && char.IsWhiteSpace(c));

    private static AddressKind KindOf(ReadOnlySpan<char> tag, ReadOnlySpan<char> name)
    {
        if (name.Equals("srcset", StringComparison.OrdinalIgnoreCase))
        {
            return AddressKind.Set;
        }

        foreach (var one in Names)
        {
            if (name.Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return AddressKind.One;
            }
        }

        return name.Equals("data", StringComparison.OrdinalIgnoreCase) && tag.Equals("object", StringComparison.OrdinalIgnoreCase)
            ? AddressKind.One
            : AddressKind.None;
    }

    // A drawing refers to its own parts, which are shown along with it; only links lead to the page.
    private static bool IsOwnPart(ReadOnlySpan<char> tag, string value) =>
        value.StartsWith('#')
        && !tag.Equals("a", StringComparison.OrdinalIgnoreCase)
        && !tag.Equals("area", StringComparison.OrdinalIgnoreCase);

    // Addresses with what they are for behind a space, between commas; a comma inside an address belongs to it.
    private static string InSet(string value, Func<string, string> resolve)
    {
        var result = new StringBuilder(value.Length + 64);
        var position = 0;
        while (true)
        {
            var start = position;
            while (start < value.Length && (value[start] == ',' || char.IsWhiteSpace(value[start])))
            {
                start++;
            }

            var end = start;
            while (end < value.Length && !char.IsWhiteSpace(value[end]))
            {
                end++;
            }

            if (start == end)
            {
                return result.Append(value, position, value.Length - position).ToString();
            }

            var address = value[start..end].TrimEnd(',');
            result.Append(value, position, start - position).Append(resolve(address));
            position = start + address.Length;
            var comma = position < end ? position : value.IndexOf(',', end);
            comma = comma < 0 ? value.Length : comma;
            result.Append(value, position, comma - position);
            position = comma;
        }
    }

    private static string Absolute(string encoded, Uri baseUrl)
    {
        var value = WebUtility.HtmlDecode(encoded).Trim();
        var isRelative = !Uri.TryCreate(value, UriKind.Absolute, out var absolute) || absolute.Scheme is "file";
        return isRelative && Uri.TryCreate(baseUrl, value, out var resolved) ? HtmlEncoder.Default.Encode(resolved.AbsoluteUri) : encoded;
    }

    private static string FromRoot(string encoded, Uri baseUrl, bool keepFragments)
    {
        var value = WebUtility.HtmlDecode(encoded).Trim();
        var isLeft = value.StartsWith('/')
            || (keepFragments && value.StartsWith('#'))
            || (Uri.TryCreate(value, UriKind.Absolute, out var absolute) && absolute.Scheme is not "file");
        return !isLeft
            && Uri.TryCreate(baseUrl, value, out var resolved)
            && string.Equals(resolved.Host, Here.Host, StringComparison.Ordinal)
            ? HtmlEncoder.Default.Encode(resolved.PathAndQuery + resolved.Fragment)
            : encoded;
    }
}
