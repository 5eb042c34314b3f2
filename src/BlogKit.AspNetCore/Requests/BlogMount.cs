using System.Buffers;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Endpoints;

/// <summary>
/// The place where a blog is mapped, part of the metadata of every endpoint inside. Two are equal when they are the same place: path, blog
/// and hosts. Immutable.
/// </summary>
public sealed record BlogMount
{
    private static readonly SearchValues<char> NotInPaths = SearchValues.Create("{}?#%\\* ");

    internal BlogMount(string prefix, string blogKey, ImmutableArray<string> hosts) => (Prefix, BlogKey, Hosts) = (prefix, blogKey, hosts);

    /// <summary>The path: begins with a slash and does not end in one; empty for the root.</summary>
    public string Prefix { get; }

    /// <summary>The <see cref="Blog.Key"/> of the blog.</summary>
    public string BlogKey { get; }

    /// <summary>The hosts it answers to; empty for every host.</summary>
    public ImmutableArray<string> Hosts { get; }

    /// <summary>Whether the host's robots.txt is this blog's to write.</summary>
    internal bool HasRobots { get; init; }

    /// <summary>The application's CORS policy for the API; null for none.</summary>
    internal string? ApiCorsPolicy { get; init; }

    /// <summary>Where readers find what is written; null for this host's own pages.</summary>
    internal FrontEnd? FrontEnd { get; init; }

    /// <summary>Whether only a static export asks it.</summary>
    internal bool IsExport { get; init; }

    /// <summary>
    /// Returns the addresses of the blog for readers elsewhere, for work that no request asks for; null when it has no
    /// <see cref="Blog.BaseUrl"/>.
    /// </summary>
    /// <param name="blog">The blog that is mapped here.</param>
    public BlogLinks? FindPublicLinks(Blog blog)
    {
        ArgumentNullException.ThrowIfNull(blog);
        return blog.BaseUrl is { } baseUrl ? new BlogLinks("", Prefix, baseUrl, "", FrontEnd) : null;
    }

    /// <summary>Returns whether it is the same place: every call that maps a part of a blog reads its own.</summary>
    public bool Equals(BlogMount? other) =>
        other is not null
        && string.Equals(Prefix, other.Prefix, StringComparison.OrdinalIgnoreCase)
        && string.Equals(BlogKey, other.BlogKey, StringComparison.Ordinal)
        && Hosts.Length == other.Hosts.Length
        && Hosts.All(host => other.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Prefix.ToUpperInvariant(), BlogKey, Hosts.Length);

    /// <summary>Where the blog is mapped whose endpoint answers a request.</summary>
    internal static BlogMount Of(HttpContext context) => context.GetEndpoint()!.Metadata.GetRequiredMetadata<BlogMount>();

    internal static BlogMount Read(string prefix, Action<BlogKitMapOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var path = prefix.Trim('/');
        if (path.AsSpan().ContainsAny(NotInPaths)
            || (path.Length > 0 && path.Split('/').Any(static segment => segment is "" or "." or "..")))
        {
            throw new ArgumentException(
                $"'{prefix}' is not a path a blog can be mapped to. Give one such as \"/blog\", without parameters.", nameof(prefix));
        }

        var options = new BlogKitMapOptions();
        configure?.Invoke(options);
        if (string.IsNullOrWhiteSpace(options.BlogKey))
        {
            throw new ArgumentException(
                "BlogKitMapOptions.BlogKey is empty. Give the key of a blog, or leave its default.", nameof(configure));
        }

        if (options.Hosts.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException(
                "BlogKitMapOptions.Hosts has an empty name. Give host names such as \"example.org\", or none.", nameof(configure));
        }

        return new BlogMount(path.Length == 0 ? "" : "/" + path, options.BlogKey, [.. options.Hosts])
        {
            HasRobots = options.Robots ?? path.Length == 0,
            ApiCorsPolicy = options.ApiCorsPolicy,
            FrontEnd = FrontEnd.Read(options.FrontEnd),
            IsExport = options.IsExport,
        };
    }
}
