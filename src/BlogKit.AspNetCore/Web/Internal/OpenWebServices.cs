using BlogKit.AspNetCore.Endpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers the standards of the open web.</summary>
internal static class OpenWebServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<OpenWebMounts>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEndpointLinks, OpenWebLinks>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IFeedHubs, OpenWebHubs>());
        services.TryAddSingleton<EditorTexts>();
        services.TryAddSingleton<EditorPosts>();
        services.TryAddSingleton<MicropubEndpoints>();
        services.TryAddSingleton<MetaWeblogEndpoints>();
        services.TryAddSingleton<WebmentionInbox>();
        services.TryAddSingleton<WebmentionEndpoints>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, WebmentionInbox>(static s => s.GetRequiredService<WebmentionInbox>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, Outgoing>());
    }
}
