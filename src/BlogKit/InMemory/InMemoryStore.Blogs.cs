using System.Collections.Immutable;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<Blog?> FindAsync(BlogId id, CancellationToken cancellationToken) =>
        Read(state => state.Blogs.GetValueOrDefault(id), cancellationToken);

    public Task<Blog?> FindByKeyAsync(string key, CancellationToken cancellationToken) =>
        Read(state => state.Blogs.Values.FirstOrDefault(b => string.Equals(b.Key, key, StringComparison.Ordinal)), cancellationToken);

    Task<ImmutableArray<Blog>> IBlogStore.ListAllAsync(CancellationToken cancellationToken) =>
        Read(static state => state.Blogs.Values.OrderBy(static b => b.Id).ToImmutableArray(), cancellationToken);

    public Task<SaveOutcome> SaveAsync(Blog blog, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(blog);
        StorableText.Check(blog);
        return Write(
            state =>
            {
                var stored = state.Blogs.GetValueOrDefault(blog.Id);
                var outcome = Compare(stored?.Version, blog.Version);
                if (outcome is SaveOutcome.Saved
                    && state.Blogs.Values.Any(b => b.Id != blog.Id && string.Equals(b.Key, blog.Key, StringComparison.Ordinal)))
                {
                    outcome = SaveOutcome.Duplicate;
                }

                return outcome is SaveOutcome.Saved
                    ? (Step(state with { Blogs = state.Blogs.SetItem(blog.Id, blog with { Version = blog.Version + 1 }) }), outcome)
                    : (state, outcome);
            },
            cancellationToken);
    }

    /// <summary>What a compare-and-swap comes to as far as versions decide: 0 inserts.</summary>
    /// <summary>What the versions say. What is stored in another blog is not there, but its identity is taken.</summary>
    private static SaveOutcome Compare(long? stored, long given, bool isOfAnother = false) => (stored, given) switch
    {
        (null, 0) => SaveOutcome.Saved,
        (null, _) => SaveOutcome.Missing,
        (_, 0) => SaveOutcome.Duplicate,
        _ when isOfAnother => SaveOutcome.Missing,
        _ => stored == given ? SaveOutcome.Saved : SaveOutcome.Conflict,
    };
}
