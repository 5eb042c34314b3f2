using BlogKit.Redirects;
using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>Stands in for a store that keeps no redirects: there are none, and none can be made.</summary>
internal sealed class NoRedirects : IRedirectStore
{
    private static readonly Task<ImmutableArray<Redirect>> s_none = Task.FromResult(ImmutableArray<Redirect>.Empty);

    public Task<SaveOutcome> SaveRedirectsAsync(
        BlogId blogId, IReadOnlyCollection<Redirect> redirects, CancellationToken cancellationToken) => throw new NotSupportedException(
        $"The store plays no {nameof(IRedirectStore)}: it cannot keep where old addresses lead. "
        + "Use a version of it that does, or add the role: UseStore(roles => roles.Add(services => …)).");

    public Task<ImmutableArray<Redirect>> FindManyRedirectsAsync(
        BlogId blogId, IReadOnlyCollection<OldAddress> addresses, CancellationToken cancellationToken) => s_none;

    public Task<ImmutableArray<Redirect>> ListRedirectsAsync(
        BlogId blogId, OldAddress? after, int limit, CancellationToken cancellationToken) => s_none;

    public Task<int> DeleteRedirectsAsync(
        BlogId blogId, IReadOnlyCollection<OldAddress> addresses, CancellationToken cancellationToken) => Task.FromResult(0);
}
