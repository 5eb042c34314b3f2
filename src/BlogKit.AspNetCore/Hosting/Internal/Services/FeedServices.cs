using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers the feeds, the sitemap, and the export of everything as files.</summary>
internal static class FeedServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<AnswerMemory>();
        services.TryAddSingleton<CommonAnswers>();
        services.TryAddSingleton<FeedReader>();
        services.TryAddSingleton<FeedEndpoints>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, HostFileMatcherPolicy>());
        services.TryAddSingleton<SitemapReader>();
        services.TryAddSingleton<SitemapEndpoints>();
        services.TryAddSingleton(static s => new StaticExporter(
            s.GetRequiredService<BlogService>(), s, static (endpoints, configure) => endpoints.MapBlogKit("/", configure)));
    }
}
