using BlogKit.Internal;
using Microsoft.AspNetCore.WebUtilities;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Finds out which post of a blog an address that somebody sent means.</summary>
internal static class PostAddress
{
    private const int MaximumLength = 2_000;

    /// <summary>
    /// The slug in the address of a post of this blog, at its own pages or at those of the front end that shows them; null for any other
    /// address. http and https are the same here: hosts answer both, and people copy either.
    /// </summary>
    public static Slug? Find(BlogLinks links, Uri address) =>
        address is { IsAbsoluteUri: true, OriginalString.Length: <= MaximumLength, Scheme: "http" or "https" }
            ? SlugIn(address, links.OwnPost) ?? (links.FrontEndPost is { } other ? SlugIn(address, other) : null)
            : null;

    private static Slug? SlugIn(Uri address, Uri pattern)
    {
        var isPort = address.Port == pattern.Port || (address.IsDefaultPort && pattern.IsDefaultPort);
        var host = AddressHost.Of(address) is { } sent && AddressHost.Of(pattern) is { } own ? Between(sent, own) : null;
        var path = Between(address.AbsolutePath.TrimEnd('/'), pattern.AbsolutePath.TrimEnd('/'));
        if (!isPort || host is null || path is null)
        {
            return null;
        }

        var found = host.Length > 0 ? host
            : path.Length > 0 ? path
            : InQuery(address, pattern) ?? Between(address.Fragment, pattern.Fragment);
        return found is not null
            && Uri.UnescapeDataString(found) is var text
            && !text.Contains('/', StringComparison.Ordinal)
            && Slug.TryFold(text, out var slug)
            ? slug
            : null;
    }

    private static string? InQuery(Uri address, Uri pattern)
    {
        foreach (var (name, value) in QueryHelpers.ParseQuery(pattern.Query))
        {
            if (value is [{ } place] && place.Contains(BlogLinks.AnySlug, StringComparison.Ordinal))
            {
                return QueryHelpers.ParseQuery(address.Query).TryGetValue(name, out var sent) && sent is [{ } one]
                    ? Between(one, place)
                    : "";
            }
        }

        return null;
    }

    /// <summary>What stands where the pattern has its place; empty where it has none and is the same, null where it is another.</summary>
    private static string? Between(string text, string pattern)
    {
        var at = pattern.IndexOf(BlogLinks.AnySlug, StringComparison.Ordinal);
        if (at < 0)
        {
            return string.Equals(text, pattern, StringComparison.OrdinalIgnoreCase) ? "" : null;
        }

        var end = pattern[(at + BlogLinks.AnySlug.Length)..];
        return text.Length > at + end.Length
            && text.StartsWith(pattern[..at], StringComparison.OrdinalIgnoreCase)
            && text.EndsWith(end, StringComparison.OrdinalIgnoreCase)
            ? text[at..^end.Length]
            : null;
    }
}
