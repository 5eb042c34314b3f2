using BlogKit.AspNetCore;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace BlogKit.OpenWeb.Internal;

/// <summary>Tells programs of what is mapped of the open web.</summary>
internal sealed class OpenWebLinks(OpenWebMounts mounts) : IEndpointLinks
{
    /// <summary>Those for editing programs.</summary>
    public ImmutableArray<EndpointLink> GetLinksOfBlog(HttpContext context, BlogLinks links)
    {
        if (Find(context) is not { } mapped)
        {
            return [];
        }

        var all = ImmutableArray.CreateBuilder<EndpointLink>(2);
        if (mapped.Micropub)
        {
            all.Add(new EndpointLink("micropub", OpenWebAddresses.Micropub(links)));
        }

        if (mapped.MetaWeblog)
        {
            all.Add(new EndpointLink("EditURI", OpenWebAddresses.Rsd(links)) { Type = "application/rsd+xml" });
        }

        return all.DrainToImmutable();
    }

    /// <summary>Where mentions of a post are taken, also said in the header; nothing for a post that takes none.</summary>
    public ImmutableArray<EndpointLink> GetLinksOfPost(HttpContext context, Blog blog, BlogLinks links, Post post)
    {
        if (Find(context) is not { Webmention: true } || !MentionedPosts.Has(blog, post))
        {
            return [];
        }

        var endpoint = OpenWebAddresses.Webmention(links);
        if (!context.Response.HasStarted)
        {
            context.Response.Headers.Append("Link", $"<{endpoint}>; rel=\"webmention\"");
        }

        return [new EndpointLink("webmention", endpoint)];
    }

    private MappedEndpoints? Find(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<BlogMount>() is { } mount ? mounts.Find(mount) : null;
}
