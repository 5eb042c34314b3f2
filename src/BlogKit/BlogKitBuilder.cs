using System.Diagnostics.CodeAnalysis;
using BlogKit.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit;

/// <summary>What <c>AddBlogKit</c> returns, to choose a store and add policies. Used while services are registered, on one thread.</summary>
public sealed class BlogKitBuilder
{
    internal BlogKitBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the application.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a moderation policy, asked in the order of registration. Adding the same type again changes nothing.</summary>
    /// <typeparam name="TPolicy">The policy; made once, with its dependencies from the container.</typeparam>
    public BlogKitBuilder AddModerationPolicy<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TPolicy>()
        where TPolicy : class, IModerationPolicy
    {
        Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.TryAddEnumerable(
            Services,
            ServiceDescriptor.Singleton<IModerationPolicy, TPolicy>());
        return this;
    }

    /// <summary>
    /// Registers a store that plays every storage role; for authors of stores. The instance is made once and disposed with the container.
    /// </summary>
    /// <typeparam name="TStore">A class that implements every role.</typeparam>
    /// <param name="factory">Makes the store.</param>
    /// <exception cref="InvalidOperationException">A store was chosen before.</exception>
    public BlogKitBuilder UseStore<TStore>(Func<IServiceProvider, TStore> factory)
        where TStore : class, IBlogStore, IPostStore, IAuthorStore, ITaxonomyStore, IFooterStore, ICommentStore, IFeedbackStore, IThreadStore, ISearchStore, IModerationStore, IModerationLogStore, IFlagStore,
            IBanStore, ILearningStore, IAutosaveStore, IDisplayNameStore, IStoreSchema
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (Services.Any(static s => s.ServiceType == typeof(StoreChoice)))
        {
            throw new InvalidOperationException(
                "BlogKit has a store already. Call only one of UseSqlite, UseInMemory or UseStore after AddBlogKit.");
        }

        Services.AddSingleton(new StoreChoice(typeof(TStore)));
        Services.AddSingleton(factory);
        Services.AddSingleton<IBlogStore>(static s => s.GetRequiredService<TStore>());
        Services.AddSingleton<IPostStore>(static s => s.GetRequiredService<TStore>());
        Services.AddSingleton<IAuthorStore>(static s => s.GetRequiredService<TStore>());
        Services.AddSingleton<ITaxonomyStore>(static s => s.GetRequiredService<TStore>());
        Services.AddSingleton<IFooterStore>(static s => s.GetRequiredService<TStore>());
        Services.AddSingleton<ICommentStore>(static s => s.GetRequiredService<TStore>());
        Services.AddSingleton<IFeedbackStore>(static s => s.GetRequiredService<TStore>());
        Services.AddSingleton<IThreadStore>(static s => s.GetRequiredService<TStore>());
        Services.AddSingleton<ISearchStore>(static s => s.GetRequiredService<TStore>());
        Services.AddSingleton<IModerationStore>(static s => s.GetRequiredService<TStore>());
        Services.AddSingleton<IModerationLogStore>(static s => s.GetRequiredService<TStore>());
        Services.AddSingleton<IFlagStore>(static s => s.GetRequiredService<TStore>());
        Services.AddSingleton<IBanStore>(static s => s.GetRequiredService<TStore>());
        Services.AddSingleton<ILearningStore>(static s => s.GetRequiredService<TStore>());
        Services.AddSingleton<IAutosaveStore>(static s => s.GetRequiredService<TStore>());
        Services.AddSingleton<IDisplayNameStore>(static s => s.GetRequiredService<TStore>());
        Services.AddSingleton<IStoreSchema>(static s => s.GetRequiredService<TStore>());
        return this;
    }
}
