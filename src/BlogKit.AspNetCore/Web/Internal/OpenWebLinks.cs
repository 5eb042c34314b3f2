using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Tells programs of the endpoints that are mapped.</summary>
internal static class OpenWebLinks
{
    /// <summary>Those for editing programs, which every page tells of.</summary>
    public static ImmutableArray<EndpointLink> OfBlog(HttpContext context, BlogLinks links)
    {
        if (Find(context) is not { } mapped)
        {
            return [];
        }

        var all = ImmutableArray.CreateBuilder<EndpointLink>(2);
        if (mapped.Micropub)
        {
            all.Add(new EndpointLink("micropub", links.Micropub));
        }

        if (mapped.MetaWeblog)
        {
            all.Add(new EndpointLink("EditURI", links.Rsd) { Type = "application/rsd+xml" });
        }

        return all.DrainToImmutable();
    }

    /// <summary>Where mentions of a post are taken, also said in the header; nothing for a post that takes none.</summary>
    public static ImmutableArray<EndpointLink> OfPost(BlogRequest request, Post post)
    {
        if (Find(request.Http) is not { Webmention: true } || !ThreadFeeds.Has(request.Blog, post))
        {
            return [];
        }

        var endpoint = request.Links.Webmention;
        if (!request.Http.Response.HasStarted)
        {
            request.Http.Response.Headers.Append("Link", $"<{endpoint}>; rel=\"webmention\"");
        }

        return [new EndpointLink("webmention", endpoint)];
    }

    private static MappedEndpoints? Find(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<BlogMount>() is { } mount ? context.RequestServices.GetService<OpenWebMounts>()?.Find(mount) : null;
}
