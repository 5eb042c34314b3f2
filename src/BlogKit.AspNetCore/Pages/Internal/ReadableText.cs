using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The services of components that ask for none: text is encoded for a page in UTF-8, so that letters of other scripts stay letters instead
/// of becoming entities six times their size. Immutable.
/// </summary>
internal sealed class ReadableText : IServiceProvider, IComponentActivator
{
    /// <summary>Escapes what has a meaning in HTML, and nothing else.</summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    public object? GetService(Type serviceType) =>
        serviceType == typeof(HtmlEncoder) ? Encoder
        : serviceType == typeof(IComponentActivator) ? this
        : null;

    /// <summary>Makes one of BlogKit's own components.</summary>
    /// <exception cref="ArgumentException">It is not one.</exception>
    public IComponent CreateInstance(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type componentType) =>
        OwnComponents.TryMake(componentType)
            ?? throw new ArgumentException($"{componentType} is not a component of BlogKit's.", nameof(componentType));
}
