using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The blogs whose pages are mapped, in the order they were, for what stands outside their paths. Safe for concurrent use.</summary>
internal sealed class BlogMounts
{
    private ImmutableArray<BlogMount> _mounts = [];

    public bool IsEmpty => _mounts.IsEmpty;

    public void Add(BlogMount mount) => ImmutableInterlocked.Update(ref _mounts, static (all, one) => all.Add(one), mount);

    /// <summary>Where a blog is: with that key, or the first there is; one that answers to the request's host before others.</summary>
    /// <exception cref="InvalidOperationException">None is mapped.</exception>
    public BlogMount Get(HttpContext context, string? blogKey)
    {
        var host = context.Request.Host.Host;
        return _mounts
            .Where(mount => blogKey is null || string.Equals(mount.BlogKey, blogKey, StringComparison.Ordinal))
            .OrderByDescending(mount => mount.Hosts.Any(name => string.Equals(new HostString(name).Host, host, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault()
            ?? throw new InvalidOperationException(blogKey is null
                ? "No blog is mapped. Call app.MapBlogKit(…) before its threads and posts are shown on other pages."
                : $"No blog with the key '{blogKey}' is mapped. Call app.MapBlogKit(…, o => o.BlogKey = \"{blogKey}\"), or name another.");
    }
}
