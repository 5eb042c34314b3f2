using System.Runtime.CompilerServices;
using BlogKit;
using BlogKit.AspNetCore;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps a blog into an application.</summary>
public static class BlogKitEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps a whole blog, the sum of the groups: its pages and feeds below <paramref name="prefix"/>, its JSON API below <c>/api</c> and
    /// the prefix, the desk where the application defined the policies of <see cref="BlogKitPolicies"/>, and what every registered
    /// <see cref="IBlogEndpoints"/> adds. Conventions put on what is returned (authorization, rate limits, caching) apply to every endpoint
    /// of it.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">The path of the blog, such as <c>/blog</c>; <c>/</c> for the root.</param>
    /// <param name="configure">Says which blog, when a host has several; null maps the blog with the key <c>default</c>.</param>
    /// <exception cref="InvalidOperationException"><c>AddBlogKit(…).AddWeb()</c> was not called, or the same was mapped before.</exception>
    /// <exception cref="OptionsValidationException">
    /// No store was chosen, or an option is out of range; the message says what to do.
    /// </exception>
    public static IEndpointConventionBuilder MapBlogKit(
        this IEndpointRouteBuilder endpoints, string prefix = "/blog", Action<BlogKitMapOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var all = endpoints.MapGroup("");
        all.MapBlogKitFeeds(prefix, configure);
        all.MapBlogKitSitemap(prefix, configure);
        all.MapBlogKitApi(prefix, configure);
        all.MapBlogKitPages(prefix, configure);
        all.MapBlogKitEmbed(prefix, configure);
        if (BlogKitPolicies.AreDefined(endpoints.ServiceProvider))
        {
            all.MapBlogKitDesk(prefix, configure);
        }

        foreach (var added in endpoints.ServiceProvider.GetServices<IBlogEndpoints>())
        {
            all.MapAdded(added, prefix, configure);
        }

        return all;
    }

    /// <summary>Maps the pages and forms of readers only; see <see cref="MapBlogKit"/>.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">The path of the blog.</param>
    /// <param name="configure">Says which blog; null maps the blog with the key <c>default</c>.</param>
    public static IEndpointConventionBuilder MapBlogKitPages(
        this IEndpointRouteBuilder endpoints, string prefix = "/blog", Action<BlogKitMapOptions>? configure = null)
    {
        var (group, mount) = Open(endpoints, "", prefix, configure);
        endpoints.ServiceProvider.GetRequiredService<ViewLayouts>().Demand(endpoints.ServiceProvider);
        ListFeature.Map(group, mount);
        ThreadFeature.Map(group, mount);
        LiveFeature.Map(group);
        AvatarFeature.Map(group);
        MediaFeature.Map(group);
        group.MapRead("/assets/{file}", WebAssets.WriteAsync, "assets", EndpointRules.Asset);
        var mounts = endpoints.ServiceProvider.GetRequiredService<BlogMounts>();
        if (mount.IsExport || !mounts.Cover(mount.Hosts))
        {
            IconRoute.Map(Bound(endpoints.MapGroup(""), mount), mount);
        }

        mounts.Add(mount);
        return group;
    }

    /// <summary>
    /// Maps the desk of authors and moderators only, below the prefix and <c>/desk</c>; see <see cref="MapBlogKit"/>.
    /// Every endpoint of it asks for one of the policies of <see cref="BlogKitPolicies"/>.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">The path of the blog.</param>
    /// <param name="configure">Says which blog; null maps the blog with the key <c>default</c>.</param>
    /// <exception cref="InvalidOperationException">
    /// The application does not define those policies: a desk nobody guards is not opened.
    /// </exception>
    public static IEndpointConventionBuilder MapBlogKitDesk(
        this IEndpointRouteBuilder endpoints, string prefix = "/blog", Action<BlogKitMapOptions>? configure = null)
    {
        var (group, mount) = Open(endpoints, "", prefix, configure);
        DeskPolicies.Demand(endpoints.ServiceProvider);
        DeskFeature.Map(group, mount);
        WritingFeature.Map(group, mount);
        MediaFeature.MapDesk(group, mount);
        return group;
    }

    /// <summary>Maps the JSON API only, below <c>/api</c> and the prefix; see <see cref="MapBlogKit"/>.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">The path of the blog; the API is below <c>/api</c> and this.</param>
    /// <param name="configure">Says which blog; null maps the blog with the key <c>default</c>.</param>
    public static IEndpointConventionBuilder MapBlogKitApi(
        this IEndpointRouteBuilder endpoints, string prefix = "/blog", Action<BlogKitMapOptions>? configure = null)
    {
        var (group, mount) = Open(endpoints, "/api", prefix, configure);
        ApiFeature.Map(group, mount);
        return group;
    }

    /// <summary>
    /// Maps only the embed: a post's discussion in other sites' pages, at <c>embed.js</c> and <c>embed/{slug}</c> below the prefix. Other
    /// sites are let in by <see cref="BlogKitWebOptions.EmbedOrigins"/>. Needs the assets of <see cref="MapBlogKitPages"/> under the same
    /// prefix. See <see cref="MapBlogKit"/>.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">The path of the blog.</param>
    /// <param name="configure">Says which blog; null maps the blog with the key <c>default</c>.</param>
    public static IEndpointConventionBuilder MapBlogKitEmbed(
        this IEndpointRouteBuilder endpoints, string prefix = "/blog", Action<BlogKitMapOptions>? configure = null)
    {
        var (group, mount) = Open(endpoints, "", prefix, configure);
        EmbedFeature.Map(group, mount);
        return group;
    }

    /// <summary>Maps the feeds only; see <see cref="MapBlogKit"/>.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">The path of the blog.</param>
    /// <param name="configure">Says which blog; null maps the blog with the key <c>default</c>.</param>
    public static IEndpointConventionBuilder MapBlogKitFeeds(
        this IEndpointRouteBuilder endpoints, string prefix = "/blog", Action<BlogKitMapOptions>? configure = null)
    {
        var (group, _) = Open(endpoints, "", prefix, configure);
        FeedFeature.Map(group);
        return group;
    }

    /// <summary>
    /// Maps the sitemap only, and <c>robots.txt</c> where <see cref="BlogKitMapOptions.Robots"/> says so; see <see cref="MapBlogKit"/>.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">The path of the blog.</param>
    /// <param name="configure">Says which blog; null maps the blog with the key <c>default</c>.</param>
    public static IEndpointConventionBuilder MapBlogKitSitemap(
        this IEndpointRouteBuilder endpoints, string prefix = "/blog", Action<BlogKitMapOptions>? configure = null)
    {
        var (group, mount) = Open(endpoints, "", prefix, configure);
        SitemapFeature.Map(group);
        if (mount.HasRobots)
        {
            SitemapFeature.MapRobots(Bound(endpoints.MapGroup("").WithMetadata(mount), mount));
        }

        return group;
    }

    /// <summary>
    /// Maps the endpoints that one registered <see cref="IBlogEndpoints"/> adds, and nothing else; see <see cref="MapBlogKit"/>, which maps
    /// all that are registered.
    /// </summary>
    /// <typeparam name="TEndpoints">The class that was registered.</typeparam>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">The path of the blog.</param>
    /// <param name="configure">Says which blog; null maps the blog with the key <c>default</c>.</param>
    /// <exception cref="InvalidOperationException">It was not registered, or the same was mapped before.</exception>
    public static IEndpointConventionBuilder MapBlogKitEndpoints<TEndpoints>(
        this IEndpointRouteBuilder endpoints, string prefix = "/blog", Action<BlogKitMapOptions>? configure = null)
        where TEndpoints : class, IBlogEndpoints
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var added = endpoints.ServiceProvider.GetServices<IBlogEndpoints>().OfType<TEndpoints>().FirstOrDefault()
            ?? throw new InvalidOperationException(
                $"{typeof(TEndpoints).Name} is not registered. "
                + $"Call builder.Services.AddSingleton<IBlogEndpoints, {typeof(TEndpoints).Name}>() before it is mapped.");
        return endpoints.MapAdded(added, prefix, configure);
    }

    private static RouteGroupBuilder MapAdded(
        this IEndpointRouteBuilder endpoints, IBlogEndpoints added, string prefix, Action<BlogKitMapOptions>? configure)
    {
        var (group, mount) = Open(endpoints, "", prefix, configure, added.Call);
        added.Map(new BlogRoutes(group, mount, Door.Users, isAdded: true));
        return group;
    }

    private static (RouteGroupBuilder Group, BlogMount Mount) Open(
        IEndpointRouteBuilder endpoints,
        string before,
        string prefix,
        Action<BlogKitMapOptions>? configure,
        [CallerMemberName] string call = "")
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

        OpenWebSection.Demand(services);
        if (!mount.IsExport)
        {
            services.GetRequiredService<BlogMounts>().Claim(call, before + mount.Prefix, mount.Hosts);
        }

        return (Bound(endpoints.MapGroup(before + mount.Prefix).WithMetadata(mount), mount), mount);
    }

    // Whatever is mapped of a blog, below its path or outside, answers to its hosts alone.
    private static RouteGroupBuilder Bound(RouteGroupBuilder group, BlogMount mount)
    {
        if (!mount.Hosts.IsEmpty)
        {
            group.RequireHost([.. mount.Hosts]);
        }

        return group;
    }
}
