using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Which file an address becomes, and how files refer to each other.</summary>
internal static class SiteFile
{
    private const int LongestName = 200;

    // What Windows refuses is refused everywhere: the folder may be carried there.
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("/\\\0:*?\"<>|");

    /// <summary>
    /// The file of a path, relative to the folder; null for a path no file can have. Pages get a folder and <c>index.html</c>; one of
    /// several pages at a path gets a folder below.
    /// </summary>
    public static string? Of(string path, string query, bool isPage)
    {
        var segments = new List<string>();
        foreach (var encoded in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var segment = Uri.UnescapeDataString(encoded);
            if (segment is "." or ".." || segment.AsSpan().ContainsAny(NotInNames) || segment.Any(char.IsControl))
            {
                return null;
            }

            segments.Add(Fit(segment));
        }

        if (query.Length > 0)
        {
            segments.Add("page-" + Hash(query));
        }

        if (isPage)
        {
            segments.Add("index.html");
        }

        return segments.Count == 0 ? null : string.Join('/', segments);
    }

    /// <summary>
    /// How a page refers to another file: relative, so that the folder may be served anywhere. Ends with a slash where it leads to a page.
    /// </summary>
    public static string Relative(string from, string to)
    {
        var (source, target) = (from.Split('/'), to.Split('/'));
        var common = 0;
        while (common < source.Length - 1
            && common < target.Length - 1
            && string.Equals(source[common], target[common], StringComparison.Ordinal))
        {
            common++;
        }

        var steps = Enumerable.Repeat("..", source.Length - 1 - common).Concat(target[common..].Select(Uri.EscapeDataString));
        var path = string.Join('/', steps);
        if (path.EndsWith("index.html", StringComparison.Ordinal) && (path.Length == 10 || path[^11] == '/'))
        {
            path = path[..^10];
        }

        return path.Length == 0 ? "./" : path;
    }

    // File systems take 255 bytes in a name; slugs of other scripts can have more.
    private static string Fit(string segment)
    {
        if (Encoding.UTF8.GetByteCount(segment) <= LongestName)
        {
            return segment;
        }

        var end = 0;
        var bytes = 0;
        foreach (var rune in segment.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > LongestName - 20)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        return segment[..end] + "-" + Hash(segment);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
