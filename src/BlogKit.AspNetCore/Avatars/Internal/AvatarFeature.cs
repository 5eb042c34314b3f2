using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The pictures of those who comment: services and routes.</summary>
internal static class AvatarFeature
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<RemoteAvatarClient>();
        services.TryAddSingleton<RemoteAvatars>();
    }

    public static void Map(RouteGroupBuilder group)
    {
        group.MapRead("/avatars/{key}.svg", GeneratedAvatars.WriteAsync, "generated picture", EndpointRules.Forever);
        group.MapRead<RemoteAvatars>(
            "/avatars/remote/{id}",
            static (avatars, context) => avatars.WriteAsync(context),
            "picture of a service",
            EndpointRules.ServicePicture);
    }
}
