using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers the JSON API and what other sites embed.</summary>
internal static class ApiServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<ApiEndpoints>();
    }
}
