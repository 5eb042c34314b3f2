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
    /// Chooses what keeps everything; for authors of stores. Usually one object plays every role:
    /// <c>UseStore(roles => roles.Add(services => new MyStore(…)))</c>.
    /// </summary>
    /// <param name="configure">Adds what plays the roles.</param>
    /// <exception cref="InvalidOperationException">A store was chosen before, or nothing plays a role that a blog cannot do without; nothing was registered then.</exception>
    public BlogKitBuilder UseStore(Action<StoreRoles> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        if (Services.Any(static s => s.ServiceType == typeof(StoreChoice)))
        {
            throw new InvalidOperationException(
                "BlogKit has a store already. Call only one of UseSqlite, UseInMemory or UseStore after AddBlogKit.");
        }

        var roles = new StoreRoles();
        configure(roles);
        roles.Register(Services);
        Services.AddSingleton<StoreChoice>();
        return this;
    }
}
