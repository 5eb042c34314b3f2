using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Which component shows a page: BlogKit's own, or the one the application put in its place last.</summary>
internal sealed class Views(IEnumerable<ViewReplacement> replacements)
{
    private readonly FrozenDictionary<Type, ViewReplacement> _replaced =
        replacements.GroupBy(static r => r.View).ToFrozenDictionary(static g => g.Key, static g => g.Last());

    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)]
    public Type For<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TView>()
        where TView : IComponent => _replaced.TryGetValue(typeof(TView), out var replacement) ? replacement.Replacement : typeof(TView);
}
