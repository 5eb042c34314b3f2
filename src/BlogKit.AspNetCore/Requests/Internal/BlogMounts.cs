using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The blogs whose pages are mapped, in the order they were, for what stands outside their paths. Safe for concurrent use.
/// </summary>
internal sealed class BlogMounts
{
    private readonly Lock _sync = new();
    private readonly List<(string Call, string Path, ImmutableArray<string> Hosts)> _claims = [];
    private ImmutableArray<BlogMount> _mounts = [];

    /// <summary>Whether a blog that was mapped before answers to all of these hosts; none means every host.</summary>
    public bool Cover(ImmutableArray<string> hosts) =>
        _mounts.Any(mount => mount.Hosts.IsEmpty
            || (!hosts.IsEmpty && hosts.All(host => mount.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase))));

    public void Add(BlogMount mount) => ImmutableInterlocked.Update(ref _mounts, static (all, one) => all.Add(one), mount);

    /// <summary>Takes a path for what a call maps there; two blogs may share one on different hosts.</summary>
    /// <exception cref="InvalidOperationException">It was mapped before: every request to it would be ambiguous.</exception>
    public void Claim(string call, string path, ImmutableArray<string> hosts)
    {
        lock (_sync)
        {
            if (_claims.Exists(c => string.Equals(c.Call, call, StringComparison.Ordinal)
                && string.Equals(c.Path, path, StringComparison.OrdinalIgnoreCase)
                && (c.Hosts.IsEmpty == hosts.IsEmpty)
                && (hosts.IsEmpty || c.Hosts.Intersect(hosts, StringComparer.OrdinalIgnoreCase).Any())))
            {
                var where = path.Length == 0 ? "/" : path;
                throw new InvalidOperationException(
                    $"{call} was called twice for '{where}'{(hosts.IsEmpty ? "" : $" on the host '{hosts[0]}'")}. "
                    + "Call MapBlogKit once for every prefix: it maps pages, feeds, API, "
                        + $"desk and embedding. Call {call} in its place, not beside it, and give a second blog another prefix or other "
                        + "hosts (BlogKitMapOptions.Hosts).");
            }

            _claims.Add((call, path, hosts));
        }
    }

    /// <summary>Where a blog is: with that key, or the first there is; one that answers to the request's host before others.</summary>
    /// <exception cref="InvalidOperationException">None is mapped.</exception>
    public BlogMount Get(HttpContext context, string? blogKey)
    {
        var host = context.Request.Host.Host;
        return _mounts
            .Where(mount => blogKey is null || string.Equals(mount.BlogKey, blogKey, StringComparison.Ordinal))
            .OrderByDescending(
                mount => mount.Hosts.Any(name => string.Equals(new HostString(name).Host, host, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault()
            ?? throw new InvalidOperationException(blogKey is null
                ? "No blog is mapped. Call app.MapBlogKit(…) before its threads and posts are shown on other pages."
                : $"No blog with the key '{blogKey}' is mapped. Call app.MapBlogKit(…, o => o.BlogKey = \"{blogKey}\"), or name another.");
    }
}
