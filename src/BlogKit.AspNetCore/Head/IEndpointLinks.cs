using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Endpoints;

/// <summary>
/// Tells programs, in the head of pages, of endpoints that are mapped beside them. Register one as a singleton (<c>TryAddEnumerable</c>);
/// every one is asked for every page, possibly at once. Which mapping a page belongs to is among its endpoint's metadata
/// (<see cref="BlogMount"/>).
/// </summary>
public interface IEndpointLinks
{
    /// <summary>Those that every page of the blog tells of.</summary>
    /// <param name="context">The request of the page.</param>
    /// <param name="links">The addresses of the blog.</param>
    ImmutableArray<EndpointLink> OfBlog(HttpContext context, BlogLinks links);

    /// <summary>Those that a post's page tells of too. May say them in the header of the answer as well.</summary>
    /// <param name="context">The request of the page.</param>
    /// <param name="blog">The blog.</param>
    /// <param name="links">Its addresses.</param>
    /// <param name="post">The post that is shown.</param>
    ImmutableArray<EndpointLink> OfPost(HttpContext context, Blog blog, BlogLinks links, Post post);
}
