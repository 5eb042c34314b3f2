using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Finds addresses that no page may lead to: services refuse them where somebody types them, and stores keep whatever they are given.
/// </summary>
internal static class CopyAddresses
{
    public static string? FindProblem(TransferItem item) => item switch
    {
        TransferredBlog { Blog: var blog } => Check(blog.BaseUrl?.OriginalString),
        TransferredAuthor { Author: var author } => Check(author.AvatarUrl?.OriginalString)
            ?? author.Links.Select(static link => Check(link.Url.OriginalString)).FirstOrDefault(static p => p is not null),
        TransferredPost { Post: var post } => Check(post.FeaturedImage?.Url) ?? Check(post.Seo.CanonicalUrl?.OriginalString),
        TransferredComment { Comment.By: var by } => Check(by.Url?.OriginalString) ?? Check(by.AvatarUrl?.OriginalString),
        _ => null,
    };

    private static string? Check(string? address) => address is null || IsHarmless(address)
        ? null
        : "An address in it is none of the web: it has another scheme than http and https, or characters that no address has.";

    // Browsers leave tabs and line ends out of an address before they look for its scheme.
    private static bool IsHarmless(string address)
    {
        if (address.AsSpan().ContainsAnyInRange('\0', '\u0020') || address.Contains('\u007F', StringComparison.Ordinal))
        {
            return false;
        }

        var end = address.AsSpan().IndexOfAny('/', '?', '#');
        var scheme = (end < 0 ? address : address.AsSpan(0, end)).IndexOf(':');
        return scheme < 0
            || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
    }
}
