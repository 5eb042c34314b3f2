using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers the JSON API and what other sites embed.</summary>
internal static class ApiServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<ApiReplays>();
        services.TryAddSingleton<ApiPipeline>();
        services.TryAddSingleton<ReadablePosts>();
        services.TryAddSingleton<BlogApi>();
        services.TryAddSingleton<PostsApi>();
        services.TryAddSingleton<ThreadApi>();
        services.TryAddSingleton<CommentsApi>();
        services.TryAddSingleton<NamesApi>();
        services.TryAddSingleton<DeskPostsApi>();
        services.TryAddSingleton<DeskCommentsApi>();
        services.TryAddSingleton<DeskLogApi>();
        services.TryAddSingleton<BacktestApi>();
        services.TryAddSingleton<EmbedGuests>();
        services.TryAddSingleton<EmbedPages>();
    }
}
