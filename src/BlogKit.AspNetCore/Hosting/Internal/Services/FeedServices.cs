using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers the feeds.</summary>
internal static class FeedServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<AnswerMemory>();
        services.TryAddSingleton<FeedReader>();
        services.TryAddSingleton<FeedEndpoints>();
    }
}
