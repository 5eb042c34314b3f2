using BlogKit.Redirects;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<SaveOutcome> SaveRedirectsAsync(
        BlogId blogId, IReadOnlyCollection<Redirect> redirects, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(redirects);
        foreach (var redirect in redirects)
        {
            StorableText.Check(redirect);
            if (redirect.BlogId != blogId)
            {
                throw new ArgumentException(
                    $"The redirect of '{redirect.From}' is of another blog than {blogId}. Nothing was written.", nameof(redirects));
            }
        }

        return Write(
            state =>
            {
                if (!state.Blogs.ContainsKey(blogId))
                {
                    return (state, SaveOutcome.Missing);
                }

                var before = RedirectsOf(state, blogId);
                var after = before.SetItems(redirects.Select(static r => KeyValuePair.Create(r.From.Value, r)));
                return (WithRedirects(state, blogId, before, after), SaveOutcome.Saved);
            },
            cancellationToken);
    }

    public Task<ImmutableArray<Redirect>> FindManyRedirectsAsync(
        BlogId blogId, IReadOnlyCollection<OldAddress> addresses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return Read(
            state => addresses.Distinct()
                .Select(address => RedirectsOf(state, blogId).GetValueOrDefault(address.Value))
                .OfType<Redirect>()
                .ToImmutableArray(),
            cancellationToken);
    }

    public Task<ImmutableArray<Redirect>> ListRedirectsAsync(
        BlogId blogId, OldAddress? after, int limit, CancellationToken cancellationToken)
    {
        RequireSize(limit);
        return Read(
            state => RedirectsOf(state, blogId)
                .Where(redirect => after is null || string.CompareOrdinal(redirect.Key, after.Value.Value) > 0)
                .Take(limit)
                .Select(static redirect => redirect.Value)
                .ToImmutableArray(),
            cancellationToken);
    }

    public Task<int> DeleteRedirectsAsync(
        BlogId blogId, IReadOnlyCollection<OldAddress> addresses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return Write(
            state =>
            {
                var before = RedirectsOf(state, blogId);
                var after = before.RemoveRange(addresses.Select(static address => address.Value));
                return (WithRedirects(state, blogId, before, after), before.Count - after.Count);
            },
            cancellationToken);
    }

    private static ImmutableSortedDictionary<string, Redirect> RedirectsOf(InMemoryState state, BlogId blogId) =>
        state.Redirects.GetValueOrDefault(blogId) ?? ImmutableSortedDictionary.Create<string, Redirect>(StringComparer.Ordinal);

    private InMemoryState WithRedirects(
        InMemoryState state,
        BlogId blogId,
        ImmutableSortedDictionary<string, Redirect> before,
        ImmutableSortedDictionary<string, Redirect> after) => ReferenceEquals(before, after)
        ? state
        : Changed(Step(state with { Redirects = state.Redirects.SetItem(blogId, after) }), blogId, BlogChangeKind.Redirects);
}
