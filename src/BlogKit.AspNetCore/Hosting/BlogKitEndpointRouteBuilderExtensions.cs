using BlogKit;
using BlogKit.AspNetCore;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps a blog into an application.</summary>
public static class BlogKitEndpointRouteBuilderExtensions
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// Maps a whole blog: its pages and feed below <paramref name="prefix"/>, its JSON API below <c>/api</c> and the prefix.
    /// Conventions put on what is returned (authorization, rate limits, caching) apply to every endpoint of it.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">Where the blog is, such as <c>/blog</c>; <c>/</c> for the root.</param>
    /// <param name="configure">Says which blog, when a host has several; null maps the blog with the key <c>default</c>.</param>
    /// <exception cref="InvalidOperationException"><c>AddBlogKit(…).AddWeb()</c> was not called.</exception>
    /// <exception cref="OptionsValidationException">No store was chosen, or an option is out of range; the message says what to do.</exception>
    public static IEndpointConventionBuilder MapBlogKit(this IEndpointRouteBuilder endpoints, string prefix = "/blog", Action<BlogKitMapOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var all = endpoints.MapGroup("");
        all.MapBlogKitFeeds(prefix, configure);
        all.MapBlogKitApi(prefix, configure);
        all.MapBlogKitPages(prefix, configure);
        return all;
    }

    /// <summary>Maps the pages and forms only; see <see cref="MapBlogKit"/>.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">Where the blog is.</param>
    /// <param name="configure">Says which blog; null maps the blog with the key <c>default</c>.</param>
    public static IEndpointConventionBuilder MapBlogKitPages(this IEndpointRouteBuilder endpoints, string prefix = "/blog", Action<BlogKitMapOptions>? configure = null)
    {
        var (group, mount) = Open(endpoints, "", prefix, configure);
        var home = mount.Prefix.Length == 0 ? "/" : "";
        Get<ListPages>(group, home, (pages, context) => pages.ShowHomeAsync(context, mount), "home");
        Get<ListPages>(group, "/search", (pages, context) => pages.SearchAsync(context, mount), "search");
        Get<ListPages>(group, "/tag/{slug}", (pages, context) => pages.ShowTagAsync(context, mount), "tag");
        Get<ListPages>(group, "/category/{slug}", (pages, context) => pages.ShowCategoryAsync(context, mount), "category");
        Get<ListPages>(group, "/author/{slug}", (pages, context) => pages.ShowAuthorAsync(context, mount), "author");
        Get<ListPages>(group, "/series/{slug}", (pages, context) => pages.ShowSeriesAsync(context, mount), "series");
        Get<PostPages>(group, "/comments/{id}", (pages, context) => pages.FollowPermalinkAsync(context, mount), "comment");
        Get<PostPages>(group, "/replies/{id}", (pages, context) => pages.ShowRepliesAsync(context, mount), "replies");
        Get<CommentPages>(group, "/comments/{id}/edit", (pages, context) => pages.ShowEditAsync(context, mount), "edit comment");
        Post<CommentPages>(group, "/comments/{id}/edit", (pages, context) => pages.ChangeAsync(context, mount, withdraw: false), "save comment");
        Post<CommentPages>(group, "/comments/{id}/withdraw", (pages, context) => pages.ChangeAsync(context, mount, withdraw: true), "withdraw comment");
        Get<PostPages>(group, "/{slug}", (pages, context) => pages.ShowAsync(context, mount), "post");
        Get<PostPages>(group, "/{slug}/comments", (pages, context) => pages.ShowCommentsAsync(context, mount), "comments");
        Post<CommentPages>(group, "/{slug}/comments", (pages, context) => pages.SubmitAsync(context, mount), "submit comment");
        Post<PostPages>(group, "/{slug}/password", (pages, context) => pages.UnlockAsync(context, mount), "unlock");
        group.MapMethods("/assets/{file}", Reading, StyleSheet.WriteAsync).WithDisplayName("BlogKit assets");
        if (mount.Prefix.Length > 0)
        {
            // Files below the path are left to the application's static files.
            Get<ListPages>(group, "/{**path:nonfile}", (pages, context) => pages.ShowNotFoundAsync(context, mount), "not found").WithOrder(int.MaxValue);
        }

        return group;
    }

    /// <summary>Maps the JSON API only, below <c>/api</c> and the prefix; see <see cref="MapBlogKit"/>.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">Where the blog is; the API is below <c>/api</c> and this.</param>
    /// <param name="configure">Says which blog; null maps the blog with the key <c>default</c>.</param>
    public static IEndpointConventionBuilder MapBlogKitApi(this IEndpointRouteBuilder endpoints, string prefix = "/blog", Action<BlogKitMapOptions>? configure = null)
    {
        var (group, mount) = Open(endpoints, "/api", prefix, configure);
        Get<ApiEndpoints>(group, "/posts", (api, context) => api.ListPostsAsync(context, mount), "API posts");
        Get<ApiEndpoints>(group, "/posts/{slug}", (api, context) => api.ReadPostAsync(context, mount), "API post");
        Get<ApiEndpoints>(group, "/posts/{slug}/comments", (api, context) => api.ReadThreadAsync(context, mount), "API thread");
        Get<ApiEndpoints>(group, "/posts/{slug}/comments/{id}/replies", (api, context) => api.ReadRepliesAsync(context, mount), "API replies");
        Post<ApiEndpoints>(group, "/posts/{slug}/comments", (api, context) => api.SubmitAsync(context, mount), "API submit comment");
        if (mount.Prefix.Length > 0)
        {
            group.MapMethods("/{**path}", Reading, ApiEndpoints.NotFoundAsync).WithDisplayName("BlogKit API not found").WithOrder(int.MaxValue);
        }

        return group;
    }

    /// <summary>Maps the feed only; see <see cref="MapBlogKit"/>.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">Where the blog is.</param>
    /// <param name="configure">Says which blog; null maps the blog with the key <c>default</c>.</param>
    public static IEndpointConventionBuilder MapBlogKitFeeds(this IEndpointRouteBuilder endpoints, string prefix = "/blog", Action<BlogKitMapOptions>? configure = null)
    {
        var (group, mount) = Open(endpoints, "", prefix, configure);
        Get<FeedEndpoints>(group, "/feed.xml", (feeds, context) => feeds.WriteAsync(context, mount), "feed");
        return group;
    }

    private static (RouteGroupBuilder Group, BlogMount Mount) Open(
        IEndpointRouteBuilder endpoints, string before, string prefix, Action<BlogKitMapOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var mount = BlogMount.Read(prefix, configure);
        var services = endpoints.ServiceProvider;
        if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(PageRenderer)) is not true)
        {
            throw new InvalidOperationException(
                "BlogKit's web package is not registered. Call builder.Services.AddBlogKit(…).UseSqlite(…).AddWeb() before MapBlogKit.");
        }

        // Fails here, with what to do, when no store was chosen.
        _ = services.GetRequiredService<IOptions<BlogKitOptions>>().Value;

        return (endpoints.MapGroup(before + mount.Prefix), mount);
    }

    private static IEndpointConventionBuilder Get<THandler>(RouteGroupBuilder group, string pattern, Func<THandler, HttpContext, Task> handle, string name)
        where THandler : notnull =>
        group.MapMethods(pattern, Reading, context => handle(context.RequestServices.GetRequiredService<THandler>(), context)).WithDisplayName("BlogKit " + name);

    private static void Post<THandler>(RouteGroupBuilder group, string pattern, Func<THandler, HttpContext, Task> handle, string name)
        where THandler : notnull =>
        group.MapPost(pattern, context => handle(context.RequestServices.GetRequiredService<THandler>(), context)).WithDisplayName("BlogKit " + name);
}
