using System.Diagnostics.CodeAnalysis;
using BlogKit;
using BlogKit.Storage;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses where pictures and files are kept. The last choice counts; a host with <c>AddWeb</c> has one already.</summary>
public static class BlogKitMediaExtensions
{
    /// <summary>Keeps pictures and files in a folder, one folder per blog below it.</summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    /// <param name="folder">The folder; it is made when it is missing. A relative one is below the current folder.</param>
    /// <exception cref="ArgumentException">The folder is blank.</exception>
    public static BlogKitBuilder UseMediaFolder(this BlogKitBuilder builder, string folder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        builder.Services.AddSingleton<IMediaStore>(
            services => new FileSystemMediaStore(folder, services.GetRequiredService<IIdGenerator>()));
        return builder;
    }

    /// <summary>Keeps pictures and files in a store of the application's own.</summary>
    /// <typeparam name="TStore">
    /// Made once, with its dependencies from the container; see <see cref="IMediaStore"/> for what it promises.
    /// </typeparam>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    public static BlogKitBuilder UseMediaStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>(
        this BlogKitBuilder builder)
        where TStore : class, IMediaStore
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IMediaStore, TStore>();
        return builder;
    }
}
