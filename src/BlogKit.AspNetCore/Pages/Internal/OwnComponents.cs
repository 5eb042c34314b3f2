using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Makes the components of a page. BlogKit's own take nothing, and are made as they are: the framework compiles a constructor for each
/// component at its first use, which is a good part of a start. Those of the application are made as the framework makes them. Safe for
/// concurrent use.
/// </summary>
internal sealed class OwnComponents
{
    private readonly ConcurrentDictionary<Type, ObjectFactory> _factories = new();

    /// <summary>One of BlogKit's own; null for any other.</summary>
    public static IComponent? TryMake([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type component) =>
        component.Assembly == typeof(OwnComponents).Assembly ? (IComponent)Activator.CreateInstance(component)! : null;

    /// <summary>One of the application's; services are for what its constructor takes.</summary>
    public IComponent Make(
        IServiceProvider services,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type component)
    {
        if (!_factories.TryGetValue(component, out var factory))
        {
            _factories[component] = factory = ActivatorUtilities.CreateFactory(component, []);
        }

        return (IComponent)factory(services, []);
    }
}
