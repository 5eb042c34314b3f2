using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What feed readers ask for: services and routes.</summary>
internal static class FeedFeature
{
    private static readonly FeedFormat[] Formats = [FeedFormat.Rss, FeedFormat.Atom, FeedFormat.Json];

    private static readonly (string Pattern, FeedScope Scope)[] Feeds =
    [
        ("/", FeedScope.Blog),
        ("/tag/{slug}/", FeedScope.Tag),
        ("/category/{slug}/", FeedScope.Category),
        ("/author/{slug}/", FeedScope.Author),
        ("/series/{slug}/", FeedScope.Series),
        ("/comments/", FeedScope.Comments),
        ("/{slug}/", FeedScope.Thread),
    ];

    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<AnswerMemory>();
        services.TryAddSingleton<CommonAnswers>();
        services.TryAddSingleton<FeedReader>();
        services.TryAddSingleton<FeedEndpoints>();
    }

    public static void Map(RouteGroupBuilder group)
    {
        foreach (var (pattern, scope) in Feeds)
        {
            foreach (var format in Formats)
            {
                group.MapRead<FeedEndpoints>(
                    pattern + FeedFormats.FileName(format),
                    (feeds, context) => feeds.WriteAsync(context, scope, format),
                    $"feed {scope} {format}",
                    EndpointRules.Asked);
            }
        }
    }
}
