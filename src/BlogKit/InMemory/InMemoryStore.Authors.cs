using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<ImmutableArray<Author>> FindManyAsync(BlogId blogId, IReadOnlyCollection<AuthorId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return Read(
            state => ids
                .Select(id => state.Authors.GetValueOrDefault(id))
                .OfType<Author>()
                .Where(a => a.BlogId == blogId)
                .ToImmutableArray(),
            cancellationToken);
    }

    public Task<Author?> FindBySlugAsync(BlogId blogId, Slug slug, CancellationToken cancellationToken) =>
        Read(state => AuthorsOf(state, blogId).FirstOrDefault(a => a.Slug == slug), cancellationToken);

    public Task<Author?> FindByUserKeyAsync(BlogId blogId, string userKey, CancellationToken cancellationToken) =>
        Read(
            state => AuthorsOf(state, blogId).FirstOrDefault(a => string.Equals(a.UserKey, userKey, StringComparison.Ordinal)),
            cancellationToken);

    Task<ImmutableArray<Author>> IAuthorStore.ListAllAsync(BlogId blogId, CancellationToken cancellationToken) =>
        Read(state => AuthorsOf(state, blogId)
            .OrderBy(static a => a.DisplayName, StringComparer.Ordinal)
            .ThenBy(static a => a.Id)
            .ToImmutableArray(), cancellationToken);

    public Task<SaveOutcome> SaveAsync(Author author, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(author);
        StorableText.Check(author);
        return Save(
            state =>
            {
                var stored = state.Authors.GetValueOrDefault(author.Id);
                return Compare(state, author.BlogId, author.Version, stored?.BlogId, stored?.Version) switch
                {
                    SaveOutcome.Saved when AuthorsOf(state, author.BlogId).Any(other => Collides(author, other)) => SaveOutcome.Duplicate,
                    var outcome => outcome,
                };
            },
            state => Changed(
                state with { Authors = state.Authors.SetItem(author.Id, author with { Version = author.Version + 1 }) },
                author.BlogId,
                BlogChangeKind.Author),
            cancellationToken);
    }

    private static bool Collides(Author author, Author other) =>
        other.Id != author.Id
        && (other.Slug == author.Slug
            || (author.UserKey is not null && string.Equals(other.UserKey, author.UserKey, StringComparison.Ordinal)));

    private static IEnumerable<Author> AuthorsOf(InMemoryState state, BlogId blogId) =>
        state.Authors.Values.Where(a => a.BlogId == blogId);
}
