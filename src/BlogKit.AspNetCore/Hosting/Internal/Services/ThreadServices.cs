using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers what shows comments and takes them.</summary>
internal static class ThreadServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddOptions<BlogKitWebOptions>()
            .Validate(static o => Enum.IsDefined(o.Avatars), "BlogKitWebOptions.Avatars must be one of its members.")
            .Validate(static o => o.Live.MaximumConnections is >= 1 and <= 100_000, "BlogKitWebOptions.Live.MaximumConnections must be between 1 and 100,000.")
            .Validate(static o => o.Live.MaximumPerAddress is >= 1 and <= 100_000, "BlogKitWebOptions.Live.MaximumPerAddress must be between 1 and 100,000.")
            .Validate(
                static o => o.Live.MaximumDuration >= TimeSpan.FromSeconds(10) && o.Live.MaximumDuration <= TimeSpan.FromHours(24),
                "BlogKitWebOptions.Live.MaximumDuration must be between 10 seconds and 24 hours.")
            .ValidateOnStart();
        services.TryAddSingleton<CommentPages>();
        services.TryAddSingleton<FeedbackPages>();
        services.TryAddSingleton<DisplayNamePages>();
        services.TryAddSingleton<LiveThreads>();
        services.TryAddSingleton<LivePages>();
        services.TryAddSingleton<RemoteAvatarClient>();
        services.TryAddSingleton<RemoteAvatars>();
    }
}
