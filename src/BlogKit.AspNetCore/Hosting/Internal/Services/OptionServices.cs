using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Gives every feature its own part of what the application wrote, so that none has to know the others'.</summary>
internal static class OptionServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddOptions<BlogKitWebOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BlogKitWebOptions>, BlogKitWebOptionsValidator>());
        AddPart(services, static o => o.Pages);
        AddPart(services, static o => o.PageCache);
        AddPart(services, static o => o.Live);
        AddPart(services, static o => o.Feeds);
        AddPart(services, static o => o.Sitemaps);
        AddPart(services, static o => o.Embed);
        AddPart(services, static o => o.Desk);
        AddPart(services, static o => o.Media);
        AddPart(services, static o => o.Replays);
    }

    private static void AddPart<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceCollection services, Func<BlogKitWebOptions, TOptions> part)
        where TOptions : class =>
        services.TryAddSingleton<IOptions<TOptions>>(
            s => new OptionsWrapper<TOptions>(part(s.GetRequiredService<IOptions<BlogKitWebOptions>>().Value)));
}
