using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers what shows comments and takes them.</summary>
internal static class ThreadServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<CommentPages>();
        services.TryAddSingleton<FeedbackPages>();
        services.TryAddSingleton<DisplayNamePages>();
        services.TryAddSingleton<LiveThreads>();
        services.TryAddSingleton<LivePages>();
        services.TryAddSingleton<RemoteAvatarClient>();
        services.TryAddSingleton<RemoteAvatars>();
    }
}
