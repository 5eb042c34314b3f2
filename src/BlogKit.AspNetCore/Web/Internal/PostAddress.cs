namespace BlogKit.AspNetCore.Internal;

/// <summary>Finds out which post of a blog an address that somebody sent means.</summary>
internal static class PostAddress
{
    private const int LongestAddress = 2_000;

    public static Slug? Find(BlogLinks links, string? address) =>
        address is { Length: > 0 and <= LongestAddress } && Uri.TryCreate(address, UriKind.Absolute, out var url) ? Find(links, url) : null;

    /// <summary>The slug in the address of a post of this blog; null for any other address. http and https are the same here: hosts answer both, and people copy either.</summary>
    public static Slug? Find(BlogLinks links, Uri address)
    {
        var home = new Uri(links.Absolute(links.Home).TrimEnd('/') + "/", UriKind.Absolute);
        return address.Scheme is "http" or "https"
            && string.Equals(address.IdnHost, home.IdnHost, StringComparison.OrdinalIgnoreCase)
            && (address.Port == home.Port || (address.IsDefaultPort && home.IsDefaultPort))
            && address.AbsolutePath.StartsWith(home.AbsolutePath, StringComparison.OrdinalIgnoreCase)
            && Slug.TryFold(Uri.UnescapeDataString(address.AbsolutePath[home.AbsolutePath.Length..]).TrimEnd('/'), out var slug)
                ? slug
                : null;
    }
}
