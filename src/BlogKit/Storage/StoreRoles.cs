using BlogKit.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Storage;

/// <summary>
/// Registers the objects that play the roles of a store: the interfaces whose names end in <c>Store</c>, and <see cref="IStoreSchema"/>.
/// Given by <see cref="BlogKitBuilder.UseStore"/>; used while services are registered, on one thread.
/// </summary>
/// <remarks>
/// A class need not name the roles it plays, so that a role added by a later version of BlogKit does not stop older stores from compiling,
/// loading or starting: such a role comes with something in BlogKit that does without it.
/// </remarks>
public sealed class StoreRoles
{
    private readonly List<ServiceDescriptor> _made = [];
    private readonly Dictionary<Type, Func<IServiceProvider, object>> _players = [];

    internal StoreRoles()
    {
    }

    /// <summary>
    /// Registers one object for every role that its type implements. It is made when it is first needed, once, and disposed with the
    /// container. A role that was added before is played by this one from now on.
    /// </summary>
    /// <typeparam name="TStore">A class with any number of roles, or the interface of the one role that the object shall play.</typeparam>
    /// <param name="factory">Makes the object.</param>
    /// <returns>These roles, to add further ones.</returns>
    /// <exception cref="ArgumentException">The type plays no role.</exception>
    public StoreRoles Add<TStore>(Func<IServiceProvider, TStore> factory)
        where TStore : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        ImmutableArray<StoreRole> played = [.. StoreRole.All.Where(static role => role.Type.IsAssignableFrom(typeof(TStore)))];
        if (played.IsEmpty)
        {
            throw new ArgumentException(
                $"{typeof(TStore)} plays no role of a store. The roles are {StoreRole.Names(StoreRole.All)}.", nameof(factory));
        }

        // Its own service, so that all roles share one object also where the factory asks the container for one of the same type.
        _made.Add(ServiceDescriptor.Singleton(services => new StorePlayer<TStore>(factory(services))));
        foreach (var role in played)
        {
            _players[role.Type] = static services => services.GetRequiredService<StorePlayer<TStore>>().Store;
        }

        return this;
    }

    /// <summary>Registers what was added, and for roles that nobody plays what does without them.</summary>
    internal void Register(IServiceCollection services)
    {
        ImmutableArray<StoreRole> missing = [.. StoreRole.All.Where(role => role.Absent is null && !_players.ContainsKey(role.Type))];
        if (!missing.IsEmpty)
        {
            throw new InvalidOperationException(
                $"The store plays no {StoreRole.Names(missing)}. "
                + "Let something play every role: UseStore(roles => roles.Add(services => …)).");
        }

        foreach (var made in _made)
        {
            services.Add(made);
        }

        foreach (var role in StoreRole.All)
        {
            services.AddSingleton(role.Type, _players.TryGetValue(role.Type, out var player) ? player : _ => role.Absent!);
        }
    }
}
