using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers what opens requests, what widgets ask, and the export of everything as files.</summary>
internal static class HostingServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.TryAddSingleton<TextCatalog>();
        services.TryAddSingleton<UnkeyedForms>();
        services.TryAddSingleton<GuestNetworks>();
        services.TryAddSingleton<Visitors>();
        services.TryAddSingleton<BlogRequests>();
        services.TryAddSingleton<BlogMounts>();
        services.TryAddSingleton<FormReader>();
        services.TryAddSingleton<IBlogDoors, BlogDoors>();
        services.TryAddSingleton<IStoreOutages, StoreOutages>();
        services.TryAddSingleton<BlogWidgets>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, HostFileMatcherPolicy>());
        services.TryAddSingleton(static s => new StaticExporter(
            s.GetRequiredService<BlogService>(), s, static (endpoints, configure) => endpoints.MapBlogKit("/", configure)));
    }
}
