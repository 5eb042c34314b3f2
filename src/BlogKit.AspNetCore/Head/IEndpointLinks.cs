using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Endpoints;

/// <summary>
/// Tells programs, in the head of pages, the addresses of endpoints that are mapped beside them. Register one as a singleton
/// (<c>TryAddEnumerable</c>); every one is asked for every page, possibly at once. Which mapping a page belongs to is among its endpoint's
/// metadata (<see cref="BlogMount"/>).
/// </summary>
public interface IEndpointLinks
{
    /// <summary>Returns the links that every page of the blog has.</summary>
    /// <param name="context">The request of the page.</param>
    /// <param name="links">The addresses of the blog.</param>
    ImmutableArray<EndpointLink> GetLinksOfBlog(HttpContext context, BlogLinks links);

    /// <summary>Returns the links that a post's page has as well. May write them in the header of the answer too.</summary>
    /// <param name="context">The request of the page.</param>
    /// <param name="blog">The blog.</param>
    /// <param name="links">Its addresses.</param>
    /// <param name="post">The post that is shown.</param>
    ImmutableArray<EndpointLink> GetLinksOfPost(HttpContext context, Blog blog, BlogLinks links, Post post);
}
