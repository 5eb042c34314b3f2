using System.Text;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The words of an address that leads nowhere, to search for.</summary>
internal static class PathWords
{
    private const int LongestPath = 400;
    private const int MostWords = 6;
    private const int ShortestWord = 2;

    /// <summary>The words of the last segment that has any, at most six; empty for none.</summary>
    /// <param name="path">The decoded path.</param>
    /// <param name="links">The blog's addresses.</param>
    public static string Of(string? path, BlogLinks links)
    {
        if (path is null || path.Length > LongestPath)
        {
            return "";
        }

        var home = Uri.UnescapeDataString(links.Home);
        var inside = home.Length > 1 && path.StartsWith(home, StringComparison.OrdinalIgnoreCase) ? path[home.Length..] : path;
        foreach (var segment in inside.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            // An identity is not a word.
            if (!Guid.TryParse(segment, out _) && Words(segment) is { Length: > 0 } words)
            {
                return words;
            }
        }

        return "";
    }

    private static string Words(string segment)
    {
        var clean = new StringBuilder(segment.Length);
        foreach (var rune in segment.EnumerateRunes())
        {
            clean.Append(Rune.IsLetterOrDigit(rune) ? rune.ToString() : " ");
        }

        return string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(static word => word.Length >= ShortestWord && word is not ("html" or "htm" or "php" or "aspx"))
            .Take(MostWords));
    }
}
