using System.Security.Claims;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Finds the blog of a request and who asks. One command; one more when somebody is signed in.</summary>
internal sealed partial class BlogRequests(BlogService blogs, Visitors visitors, TextCatalog texts, ILogger<BlogRequests> logger)
{
    /// <summary>The request to the blog whose endpoint it came to; null when the blog does not exist.</summary>
    public Task<BlogRequest?> OpenAsync(HttpContext context, bool withGuests = true) =>
        OpenAsync(context, BlogMount.Of(context), withGuests);

    /// <summary>
    /// The request with what belongs to it; null when the blog does not exist. No command where the policy that guards the endpoint has
    /// opened it for the same user.
    /// </summary>
    public async Task<BlogRequest?> OpenAsync(HttpContext context, BlogMount mount, bool withGuests = true)
    {
        if (!withGuests
            && context.Features.Get<Opened>() is { } opened
            && ReferenceEquals(opened.Mount, mount)
            && ReferenceEquals(opened.User, context.User))
        {
            return opened.Request;
        }

        var found = await blogs.GetByKeyAsync(mount.BlogKey, context.RequestAborted).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            BlogMissing(logger, mount.BlogKey, mount.Prefix);
            return null;
        }

        context.Features.Get<SharedPage>()?.AddBlog(found.Value.Id);
        var blog = context.Features.Get<StaticExport>() is { } export ? found.Value with { BaseUrl = export.BaseUrl } : found.Value;
        var actor = withGuests
            ? await visitors.FindAsync(context, blog).ConfigureAwait(false)
            : await visitors.FindSignedInAsync(context, blog).ConfigureAwait(false) ?? Actor.Anonymous;
        var request = new BlogRequest(context, blog, LinksFor(context, mount, blog.BaseUrl), actor, texts.For(blog));
        if (!withGuests)
        {
            context.Features.Set(new Opened(mount, context.User, request));
        }

        return request;
    }

    public static BlogLinks LinksFor(HttpContext context, BlogMount mount, Uri? baseUrl)
    {
        var request = context.Request;
        return new BlogLinks(
            request.PathBase.ToUriComponent(),
            mount.Prefix,
            baseUrl,
            $"{request.Scheme}://{request.Host.ToUriComponent()}",
            mount.FrontEnd);
    }

    [LoggerMessage(EventId = 100, Level = LogLevel.Error, Message = "MapBlogKit maps the blog '{Key}' to '{Prefix}', "
        + "but there is no such blog. Create it with BlogService.CreateAsync, or map an existing key.")]
    private static partial void BlogMissing(ILogger logger, string key, string prefix);

    private sealed record Opened(BlogMount Mount, ClaimsPrincipal User, BlogRequest Request);
}
