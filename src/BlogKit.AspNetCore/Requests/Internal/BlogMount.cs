using System.Buffers;
using System.Collections.Immutable;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Where which blog is mapped.</summary>
/// <param name="Prefix">Begins with a slash and does not end in one; empty for the root.</param>
/// <param name="BlogKey">The blog's key.</param>
/// <param name="Hosts">The hosts it answers to; empty for every host.</param>
internal sealed record BlogMount(string Prefix, string BlogKey, ImmutableArray<string> Hosts)
{
    /// <summary>Whether the host's robots.txt is this blog's to write.</summary>
    public bool HasRobots { get; init; }

    /// <summary>The application's CORS policy for the API; null for none.</summary>
    public string? ApiCorsPolicy { get; init; }

    /// <summary>Where readers find what is written; null for this host's own pages.</summary>
    public FrontEnd? FrontEnd { get; init; }

    /// <summary>Whether only a static export asks it.</summary>
    public bool IsExport { get; init; }

    private static readonly SearchValues<char> NotInPaths = SearchValues.Create("{}?#%\\* ");

    /// <summary>Whether it is the same place: every call that maps a part of a blog reads its own.</summary>
    public bool Equals(BlogMount? other) =>
        other is not null
        && string.Equals(Prefix, other.Prefix, StringComparison.OrdinalIgnoreCase)
        && string.Equals(BlogKey, other.BlogKey, StringComparison.Ordinal)
        && Hosts.Length == other.Hosts.Length
        && Hosts.All(host => other.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase));

    public override int GetHashCode() => HashCode.Combine(Prefix.ToUpperInvariant(), BlogKey, Hosts.Length);

    public static BlogMount Read(string prefix, Action<BlogKitMapOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var path = prefix.Trim('/');
        if (path.AsSpan().ContainsAny(NotInPaths) || (path.Length > 0 && path.Split('/').Any(static segment => segment is "" or "." or "..")))
        {
            throw new ArgumentException($"'{prefix}' is not a path a blog can be mapped to. Give one such as \"/blog\", without parameters.", nameof(prefix));
        }

        var options = new BlogKitMapOptions();
        configure?.Invoke(options);
        if (string.IsNullOrWhiteSpace(options.BlogKey))
        {
            throw new ArgumentException("BlogKitMapOptions.BlogKey is empty. Give the key of a blog, or leave its default.", nameof(configure));
        }

        if (options.Hosts.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("BlogKitMapOptions.Hosts has an empty name. Give host names such as \"example.org\", or none.", nameof(configure));
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
