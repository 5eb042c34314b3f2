using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<ImmutableArray<Category>> ListAllCategoriesAsync(BlogId blogId, CancellationToken cancellationToken) =>
        Read(
            state => state.Categories.Values.Where(c => c.BlogId == blogId)
                .OrderBy(static c => c.Name, StringComparer.Ordinal).ThenBy(static c => c.Id).ToImmutableArray(),
            cancellationToken);

    public Task<SaveOutcome> SaveCategoryAsync(Category category, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(category);
        StorableText.Check(category);
        return Save(
            state =>
            {
                var stored = state.Categories.GetValueOrDefault(category.Id);
                return Compare(state, category.BlogId, category.Version, stored?.BlogId, stored?.Version) switch
                {
                    SaveOutcome.Saved when !CanStandBelow(state, category) => SaveOutcome.Missing,
                    SaveOutcome.Saved when state.Categories.Values.Any(
                        c => c.BlogId == category.BlogId && c.Id != category.Id && c.Slug == category.Slug) => SaveOutcome.Duplicate,
                    var outcome => outcome,
                };
            },
            state => Changed(
                state with { Categories = state.Categories.SetItem(category.Id, category with { Version = category.Version + 1 }) },
                category.BlogId,
                BlogChangeKind.Taxonomy),
            cancellationToken);
    }

    public Task<SaveOutcome> DeleteCategoryAsync(BlogId blogId, CategoryId id, long version, CancellationToken cancellationToken) =>
        Remove(
            blogId,
            version,
            state => state.Categories.GetValueOrDefault(id) is { } category ? (category.BlogId, category.Version) : null,
            state =>
            {
                var above = state.Categories[id].ParentId;
                var moved = state.Categories.Values
                    .Where(c => c.ParentId == id)
                    .Select(c => KeyValuePair.Create(c.Id, c with { ParentId = above }));
                var next = Step(state with { Categories = state.Categories.SetItems(moved).Remove(id) });
                next = Changed(next, blogId, BlogChangeKind.Taxonomy);
                return WithPosts(next, blogId, p => p.CategoryIds.Contains(id), p => p with { CategoryIds = p.CategoryIds.Remove(id) });
            },
            cancellationToken);

    public Task<ImmutableArray<Series>> ListAllSeriesAsync(BlogId blogId, CancellationToken cancellationToken) =>
        Read(
            state => state.Series.Values.Where(s => s.BlogId == blogId)
                .OrderBy(static s => s.Name, StringComparer.Ordinal).ThenBy(static s => s.Id).ToImmutableArray(),
            cancellationToken);

    public Task<SaveOutcome> SaveSeriesAsync(Series series, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        StorableText.Check(series);
        return Save(
            state =>
            {
                var stored = state.Series.GetValueOrDefault(series.Id);
                return Compare(state, series.BlogId, series.Version, stored?.BlogId, stored?.Version) switch
                {
                    SaveOutcome.Saved when state.Series.Values.Any(
                        s => s.BlogId == series.BlogId && s.Id != series.Id && s.Slug == series.Slug) => SaveOutcome.Duplicate,
                    var outcome => outcome,
                };
            },
            state => Changed(
                state with { Series = state.Series.SetItem(series.Id, series with { Version = series.Version + 1 }) },
                series.BlogId,
                BlogChangeKind.Taxonomy),
            cancellationToken);
    }

    public Task<SaveOutcome> DeleteSeriesAsync(BlogId blogId, SeriesId id, long version, CancellationToken cancellationToken) =>
        Remove(
            blogId,
            version,
            state => state.Series.GetValueOrDefault(id) is { } series ? (series.BlogId, series.Version) : null,
            state => WithPosts(
                Changed(Step(state with { Series = state.Series.Remove(id) }), blogId, BlogChangeKind.Taxonomy),
                blogId,
                p => p.SeriesId == id,
                static p => p with { SeriesId = null, SeriesPosition = 0 }),
            cancellationToken);

    private static bool CanStandBelow(InMemoryState state, Category category)
    {
        for (var above = category.ParentId; above is { } id;)
        {
            if (id == category.Id || state.Categories.GetValueOrDefault(id) is not { } parent || parent.BlogId != category.BlogId)
            {
                return false;
            }

            above = parent.ParentId;
        }

        return true;
    }

    private InMemoryState WithPosts(InMemoryState state, BlogId blogId, Func<Post, bool> which, Func<Post, Post> change)
    {
        var changed = state.Posts.Values
            .Where(p => p.BlogId == blogId && which(p))
            .Select(p => KeyValuePair.Create(p.Id, change(p)))
            .ToList();
        var next = changed.Count == 0 ? state : Step(state with { Posts = state.Posts.SetItems(changed) });
        return changed.Aggregate(
            next, (before, post) => Changed(before, blogId, BlogChangeKind.Post, post.Key));
    }
}
