using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Says in the log, once for a blog, that its public address is not known and follows what each visitor says.</summary>
internal sealed partial class UnknownAddresses(ILogger<UnknownAddresses> logger)
{
    private readonly ConcurrentDictionary<BlogId, bool> _told = new();

    public void Warn(Blog blog)
    {
        if (_told.TryAdd(blog.Id, true))
        {
            Follows(logger, blog.Key);
        }
    }

    [LoggerMessage(
        EventId = 102,
        Level = LogLevel.Warning,
        Message = "The blog '{Key}' has no BaseUrl: canonical addresses, feeds and the sitemap follow the Host header of each request, "
            + "which whoever sends it can choose. "
            + "Set Blog.BaseUrl to the blog's public address (BlogService.UpdateAsync), or the hosts that are answered in AllowedHosts.")]
    private static partial void Follows(ILogger logger, string key);
}
