using System.Net;

namespace BlogKit.Interchange.Internal;

/// <summary>The addresses of the blog that is written.</summary>
internal sealed class WxrAddresses(Uri baseUrl, Func<Post, Uri>? postAddress)
{
    private readonly Uri _folder = new(baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");

    /// <summary>The address of the blog without a slash at its end.</summary>
    public string Blog { get; } = baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');

    public Uri Of(Post post)
    {
        var address = postAddress is null ? new Uri(_folder, Uri.EscapeDataString(post.Slug.Value)) : postAddress(post);
        return address is { IsAbsoluteUri: true }
            ? address
            : throw new InvalidOperationException($"The address of the post '{post.Slug.Value}' is not absolute: '{address}'.");
    }

    /// <summary>Returns the address of a picture with the host's in front of one that has none.</summary>
    public string Complete(string address) =>
        IsRelative(address) && Uri.TryCreate(_folder, address, out var whole) ? whole.AbsoluteUri : address;

    /// <summary>Returns an attribute's address, as HTML has it, as seen from elsewhere.</summary>
    public static string Complete(Uri page, string attribute) =>
        IsRelative(attribute) && Uri.TryCreate(page, WebUtility.HtmlDecode(attribute), out var whole)
            ? WebUtility.HtmlEncode(whole.AbsoluteUri)
            : attribute;

    // A place in the page itself stays one, wherever the page is.
    private static bool IsRelative(string address) =>
        address.Length > 0
        && address[0] != '#'
        && !address.StartsWith("//", StringComparison.Ordinal)
        && (address[0] == '/' || address.AsSpan().IndexOf(':') is var colon && (colon < 0 || address.AsSpan(0, colon).ContainsAny("/?#")));
}
