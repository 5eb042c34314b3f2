using System.Text.RegularExpressions;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Puts the addresses of stored files in the place of their old ones in a text, the smaller sizes that WordPress made of pictures among
/// them.
/// </summary>
internal sealed partial class MediaAddresses(Uri? site)
{
    private readonly Dictionary<string, string> _byPath = new(StringComparer.Ordinal);

    /// <summary>Says where the file of an old address is now.</summary>
    public void Add(string old, string now)
    {
        if (Uri.TryCreate(old, UriKind.Absolute, out var url))
        {
            _byPath.TryAdd(url.AbsolutePath, now);
        }
    }

    /// <summary>Returns the text with the addresses of today.</summary>
    public string Rewrite(string text)
    {
        if (_byPath.Count == 0 || text.Length == 0)
        {
            return text;
        }

        return Address().Replace(
            text, match => Find(match.Groups["address"].Value) is { } now ? match.Groups["before"].Value + now : match.Value);
    }

    private string? Find(string written)
    {
        var address = written.Replace("&amp;", "&", StringComparison.Ordinal);
        if (address.StartsWith("//", StringComparison.Ordinal))
        {
            address = "http:" + address;
        }

        string path;
        if (address.StartsWith('/'))
        {
            path = address;
        }
        else if (Uri.TryCreate(address, UriKind.Absolute, out var url) && IsOfSite(url))
        {
            path = url.AbsolutePath;
        }
        else
        {
            return null;
        }

        var end = path.AsSpan().IndexOfAny('?', '#');
        path = end < 0 ? path : path[..end];
        return _byPath.GetValueOrDefault(path)
            ?? (Size().Match(path) is { Success: true } size
                ? _byPath.GetValueOrDefault(path.Remove(size.Index, size.Length - size.Groups["type"].Length))
                : null);
    }

    private bool IsOfSite(Uri url) => site is null
        || string.Equals(Bare(url.Host), Bare(site.Host), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    // Inside quotation marks, brackets of Markdown, lists of sizes and plain text alike.
    [GeneratedRegex(
        """(?<before>["'(])(?<address>/[^\s"'<>(),\[\]]+)|(?<address>(https?:)?//[^\s"'<>(),\[\]]+)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex("""(-[0-9]{1,5}x[0-9]{1,5}|-scaled)(?<type>\.[A-Za-z0-9]{1,5})$""", RegexOptions.CultureInvariant
        | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Size();
}
