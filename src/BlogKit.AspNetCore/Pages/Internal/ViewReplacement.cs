using System.Diagnostics.CodeAnalysis;

namespace BlogKit.AspNetCore.Internal;

/// <summary>One page's component replaced by the application's.</summary>
internal sealed class ViewReplacement(Type view, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type replacement)
{
    /// <summary>BlogKit's component.</summary>
    public Type View { get; } = view;

    /// <summary>The application's, for the same model.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)]
    public Type Replacement { get; } = replacement;
}
