using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers what shows posts and lists.</summary>
internal static class ReaderServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.TryAddSingleton<BlogMounts>();
        services.TryAddSingleton<BlogWidgets>();
        services.TryAddSingleton<Navigation>();
        services.TryAddSingleton<PageCache>();
        services.TryAddSingleton<KeptComments>();
        services.TryAddSingleton<Views>();
        services.TryAddSingleton<ViewLayouts>();
        services.TryAddSingleton<UnknownAddresses>();
        services.TryAddSingleton<PageRenderer>();
        services.TryAddSingleton<Messages>();
        services.TryAddSingleton<IBlogDoors, BlogDoors>();
        services.TryAddSingleton<FormReader>();
        services.TryAddSingleton<IStoreOutages, StoreOutages>();
        services.TryAddSingleton<PostAccess>();
        services.TryAddSingleton<PostPageComposer>();
        services.TryAddSingleton<PostPages>();
        services.TryAddSingleton<ListPages>();
    }
}
