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
        return Save(
            state => Compare(state.Blogs.GetValueOrDefault(blog.Id)?.Version, blog.Version) switch
            {
                SaveOutcome.Saved
                    when state.Blogs.Values.Any(b => b.Id != blog.Id && string.Equals(b.Key, blog.Key, StringComparison.Ordinal))
                        => SaveOutcome.Duplicate,
                var outcome => outcome,
            },
            state => Changed(
                state with { Blogs = state.Blogs.SetItem(blog.Id, blog with { Version = blog.Version + 1 }) },
                blog.Id,
                BlogChangeKind.Blog),
            cancellationToken);
    }

    /// <summary>
    /// What a compare-and-swap comes to as far as versions decide: 0 inserts. What is stored in another blog is not there, but its identity
    /// is taken.
    /// </summary>
    private static SaveOutcome Compare(long? stored, long given, bool isOfAnother = false) => (stored, given) switch
    {
        (null, 0) => SaveOutcome.Saved,
        (null, _) => SaveOutcome.Missing,
        (_, 0) => SaveOutcome.Duplicate,
        _ when isOfAnother => SaveOutcome.Missing,
        _ => stored == given ? SaveOutcome.Saved : SaveOutcome.Conflict,
    };

    /// <summary>The same for what belongs to a blog, which must be there.</summary>
    private static SaveOutcome Compare(InMemoryState state, BlogId blogId, long given, BlogId? storedIn, long? stored) =>
        Compare(stored, given, storedIn != blogId) switch
        {
            SaveOutcome.Saved when !state.Blogs.ContainsKey(blogId) => SaveOutcome.Missing,
            var outcome => outcome,
        };

    private Task<SaveOutcome> Save(
        Func<InMemoryState, SaveOutcome> check, Func<InMemoryState, InMemoryState> change, CancellationToken cancellationToken) =>
        Write(
            state =>
            {
                var outcome = check(state);
                return (outcome is SaveOutcome.Saved ? Step(change(state)) : state, outcome);
            },
            cancellationToken);

    private Task<SaveOutcome> Remove(
        BlogId blogId,
        long version,
        Func<InMemoryState, (BlogId BlogId, long Version)?> find,
        Func<InMemoryState, InMemoryState> remove,
        CancellationToken cancellationToken) =>
        Write(
            state => find(state) is not { } found || found.BlogId != blogId ? (state, SaveOutcome.Missing)
                : found.Version != version ? (state, SaveOutcome.Conflict)
                : (remove(state), SaveOutcome.Saved),
            cancellationToken);
}
