using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers the standards of the open web.</summary>
internal static class OpenWebServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BlogKitWebOptions>, OpenWebOptionsValidator>());
        services.TryAddSingleton<SitemapReader>();
        services.TryAddSingleton<SitemapEndpoints>();
    }
}
