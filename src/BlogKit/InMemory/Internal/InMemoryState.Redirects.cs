using BlogKit.Redirects;

namespace BlogKit;

internal sealed partial record InMemoryState
{
    /// <summary>The redirects of a blog, by old address.</summary>
    public ImmutableDictionary<BlogId, ImmutableSortedDictionary<string, Redirect>> Redirects { get; init; } =
        ImmutableDictionary<BlogId, ImmutableSortedDictionary<string, Redirect>>.Empty;
}
