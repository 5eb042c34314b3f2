using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Tells programs, in the head of pages, of endpoints that are mapped beside them. Every registered one is asked.</summary>
internal interface IEndpointLinks
{
    /// <summary>Those that every page of the blog tells of.</summary>
    ImmutableArray<EndpointLink> OfBlog(HttpContext context, BlogLinks links);

    /// <summary>Those that a post's page tells of too. May say them in the header of the answer as well.</summary>
    ImmutableArray<EndpointLink> OfPost(HttpContext context, Blog blog, BlogLinks links, Post post);
}
