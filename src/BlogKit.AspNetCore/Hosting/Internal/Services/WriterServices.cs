using BlogKit.AspNetCore.Endpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers the authors' desk.</summary>
internal static class WriterServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<WriterForms>();
        services.TryAddSingleton<PostDeskPages>();
        services.TryAddSingleton<EditorComposer>();
        services.TryAddSingleton<EditorPages>();
        services.TryAddSingleton<RevisionPages>();
        services.TryAddSingleton<PreviewLinks>();
        services.TryAddSingleton<PreviewPages>();
        services.TryAddSingleton<IMediaStore, FileSystemMediaStore>();
        services.TryAddSingleton<MediaQuota>();
        services.TryAddSingleton(static s => new MediaIntake(
            s.GetRequiredService<IMediaStore>(), s.GetRequiredService<MediaQuota>(), s.GetRequiredService<IOptions<MediaOptions>>()));
        services.TryAddSingleton<MediaPages>();
    }
}
