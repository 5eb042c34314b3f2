using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using BlogKit.Internal;
using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit;

/// <summary>
/// Configures BlogKit: <c>AddBlogKit</c> returns it, to choose a store and add policies. Used while services are registered, on one thread.
/// </summary>
public sealed class BlogKitBuilder
{
    internal BlogKitBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the application.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// Adds a kind of moderation policy with options, as BlogKit adds its own: bound below <c>BlogKit:Moderation</c>, with the values that
    /// presets have for it, part of every set that is tried or backtested, asked in the order of registration. Adding the same again
    /// changes nothing.
    /// </summary>
    /// <typeparam name="TPolicy">
    /// The policy. Its constructor takes the options and services of the container; every set has its own, and disposes it.
    /// </typeparam>
    /// <typeparam name="TOptions">Its options, of this policy alone.</typeparam>
    /// <param name="name">The <see cref="IModerationPolicy.Name"/>, in kebab case.</param>
    /// <param name="bind">Reads the options from their section: <c>static (section, options) => section.Bind(options)</c>.</param>
    /// <param name="settings">
    /// Writes the options, for the version of a set and the page of the desk: <c>static () => MyJson.Default.MyPolicyOptions</c>, asked for
    /// when one of them is wanted and not when the host starts. Null = only whether the policy is asked is written, and its
    /// <see cref="IModerationPolicy.Version"/> tells other options apart.
    /// </param>
    /// <param name="section">
    /// The key below <c>BlogKit:Moderation</c>; null = the name in Pascal case, <c>ManyLinks</c> for <c>many-links</c>.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The name is not in kebab case or one that BlogKit itself signs findings with; or the section is blank or has a colon.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// Another policy has the name, the section or the options; or no constructor takes the options.
    /// </exception>
    public BlogKitBuilder AddModerationPolicy<[DynamicallyAccessedMembers(
        DynamicallyAccessedMemberTypes.PublicConstructors)] TPolicy, TOptions>(
        string name, Action<IConfiguration, TOptions> bind, Func<JsonTypeInfo<TOptions>>? settings = null, string? section = null)
        where TPolicy : class, IModerationPolicy
        where TOptions : ModerationPolicyOptions, new()
    {
        ArgumentNullException.ThrowIfNull(bind);
        var usual = PolicyNames.SectionOf(name);
        PolicyNames.Add(Services, new DescribedPolicy<TPolicy, TOptions>(name, section ?? usual, bind, settings));
        return this;
    }

    /// <summary>
    /// Adds a moderation policy that the live set alone asks, after those with options, in the order of registration. Adding the same type
    /// again changes nothing.
    /// </summary>
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
    /// Chooses the store of the application; for authors of stores. Usually one object plays every role: <c>UseStore(roles =>
    /// roles.Add(services => new MyStore(…)))</c>.
    /// </summary>
    /// <param name="configure">Adds what plays the roles.</param>
    /// <exception cref="InvalidOperationException">
    /// A store was chosen before, or nothing plays a role that a blog cannot do without; nothing was registered then.
    /// </exception>
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
