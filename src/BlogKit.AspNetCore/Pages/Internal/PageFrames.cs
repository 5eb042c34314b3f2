using BlogKit.AspNetCore.Endpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What is around the pages that answer a request.</summary>
internal static class PageFrames
{
    extension(BlogRequest request)
    {
        /// <summary>What the application says of its pages.</summary>
        public PageOptions PageOptions => request.Http.RequestServices.GetRequiredService<IOptions<PageOptions>>().Value;

        /// <summary>
        /// The page's own path and query; empty for a file, which may be put anywhere, and in BlogKit's own document, which has no
        /// <c>base</c> element.
        /// </summary>
        public string PageUrl => request.IsStatic || request.IsOwnDocument
            ? ""
            : (request.Http.Request.PathBase + request.Http.Request.Path).ToUriComponent()
                + request.Http.Request.QueryString.ToUriComponent();

        /// <summary>Whether nothing of the application's is around the page.</summary>
        public bool IsOwnDocument =>
            request.PageOptions is { Layout: null, ViewLayout: null, HeadContent: null }
            && !request.Http.RequestServices.GetServices<ViewReplacement>().Any();

        private ImmutableArray<EndpointLink> EndpointsOfBlog =>
        [
            .. request.Http.RequestServices.GetServices<IEndpointLinks>()
                .SelectMany(all => all.GetLinksOfBlog(request.Http, request.Links)),
        ];

        private bool HasDesk =>
            !request.IsStatic
            && request.Actor.ForBlog(request.Blog.Id) is { CanWrite: true } or { CanModerate: true }
            && BlogKitPolicies.AreDefined(request.Http.RequestServices);

        /// <summary>What is around a page of this request.</summary>
        public PageFrame Frame(string title) => new(request.Blog, request.Links, title)
        {
            Text = request.Text,
            Viewer = PageViewer.Of(request.Actor, request.Blog.Id),
            DeskUrl = request.HasDesk ? request.Links.Desk : null,
            ColorScheme = request.PageOptions.ColorScheme,
            IsStatic = request.IsStatic,
            PageUrl = request.PageUrl,
            Feeds = FeedLinks.OfBlog(request.Blog, request.Links),
            Endpoints = request.IsStatic ? [] : request.EndpointsOfBlog,
        };
    }
}
