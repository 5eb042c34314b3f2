using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : ITaxonomyStore
{
    public Task<ImmutableArray<Category>> ListAllCategoriesAsync(BlogId blogId, CancellationToken cancellationToken) => ReadAsync(
        blogId,
        static (session, blogId) =>
        {
            using var row = session.Use(TaxonomySql.ListCategories).With(blogId.Value);
            var categories = row.ReadAll(static row => new Category
            {
                Id = new CategoryId(row.Id(0)),
                BlogId = new BlogId(row.Id(1)),
                ParentId = row.IsNull(2) ? null : new CategoryId(row.Id(2)),
                Name = row.Text(3),
                Slug = row.Slug(4),
                Description = row.Text(5),
                Version = row.Int64(6),
            });
            return categories.Sort(static (a, b) => ByName(a.Name, a.Id, b.Name, b.Id));
        },
        cancellationToken);

    public Task<SaveOutcome> SaveCategoryAsync(Category category, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(category);
        StorableText.Check(category);
        return WriteAsync(category, SaveCategory, cancellationToken);
    }

    public Task<SaveOutcome> DeleteCategoryAsync(BlogId blogId, CategoryId id, long version, CancellationToken cancellationToken) =>
        WriteAsync(
            (blogId, id, version),
            static (session, what) => DeleteCategory(session, what.blogId, what.id, what.version),
            cancellationToken);

    public Task<ImmutableArray<Series>> ListAllSeriesAsync(BlogId blogId, CancellationToken cancellationToken) => ReadAsync(
        blogId,
        static (session, blogId) =>
        {
            using var row = session.Use(TaxonomySql.ListSeries).With(blogId.Value);
            var series = row.ReadAll(static row => new Series
            {
                Id = new SeriesId(row.Id(0)),
                BlogId = new BlogId(row.Id(1)),
                Name = row.Text(2),
                Slug = row.Slug(3),
                Description = row.Text(4),
                Version = row.Int64(5),
            });
            return series.Sort(static (a, b) => ByName(a.Name, a.Id, b.Name, b.Id));
        },
        cancellationToken);

    public Task<SaveOutcome> SaveSeriesAsync(Series series, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        StorableText.Check(series);
        return WriteAsync(series, SaveSeries, cancellationToken);
    }

    public Task<SaveOutcome> DeleteSeriesAsync(BlogId blogId, SeriesId id, long version, CancellationToken cancellationToken) => WriteAsync(
        (blogId, id, version),
        static (session, what) =>
        {
            long blog;
            using (var row = session.Use(TaxonomySql.FindSeries).With(what.blogId.Value).With(what.id.Value))
            {
                if (Versions.CompareFound(row, what.version) is { } refused)
                {
                    return refused;
                }

                blog = row.Int64(1);
            }

            ChangeFeed.Add(session, blog, BlogChangeKind.Taxonomy);
            ChangeFeed.AddPosts(session, blog, FindNumbers(session.Use(TaxonomySql.PostsInSeries).With(what.id.Value).With(blog)));
            PostLists.Remove(session, blog, PostLists.Series, IdColumn.Bytes(what.id.Value));
            session.Use(TaxonomySql.LeaveSeries).With(what.id.Value).With(blog).Execute();
            session.Use(TaxonomySql.DeleteSeries).With(what.id.Value).Execute();
            return SaveOutcome.Saved;
        },
        cancellationToken);

    private static SaveOutcome SaveCategory(SqliteSession session, Category category)
    {
        var blog = FindBlogNumber(session, category.BlogId);
        long? stored;
        bool taken, parentIsThere, circle, isOfAnother;
        using (var row = session.Use(TaxonomySql.CheckCategory)
            .With(category.Id.Value)
            .With(blog)
            .With(category.Slug.Value)
            .With(category.ParentId?.Value))
        {
            row.Step();
            stored = row.Int64OrNull(0);
            taken = row.Bool(1);
            parentIsThere = row.Bool(2);
            circle = row.Bool(3);
            isOfAnother = row.Bool(4);
        }

        if (Versions.Compare(
            stored, category.Version, isOfAnother, isPossible: blog is not null && parentIsThere && !circle, taken) is { } refused)
        {
            return refused;
        }

        session.Use(stored is null ? TaxonomySql.InsertCategory : TaxonomySql.UpdateCategory)
            .With(category.Id.Value)
            .With(blog)
            .With(category.ParentId?.Value)
            .With(category.Name)
            .With(category.Slug.Value)
            .With(category.Description)
            .With(category.Version + 1)
            .Execute();
        ChangeFeed.Add(session, category.BlogId, BlogChangeKind.Taxonomy);
        return SaveOutcome.Saved;
    }

    private static SaveOutcome DeleteCategory(SqliteSession session, BlogId blogId, CategoryId id, long version)
    {
        long blog;
        using (var row = session.Use(TaxonomySql.FindCategory).With(blogId.Value).With(id.Value))
        {
            if (Versions.CompareFound(row, version) is { } refused)
            {
                return refused;
            }

            blog = row.Int64(1);
        }

        ChangeFeed.Add(session, blog, BlogChangeKind.Taxonomy);
        RemoveFromPosts(session, TaxonomySql.PostsInCategory, TaxonomySql.SetPostCategories, id, blog);

        PostLists.Remove(session, blog, PostLists.Category, IdColumn.Bytes(id.Value));
        session.Use(TaxonomySql.LiftChildren).With(id.Value).Execute();
        session.Use(TaxonomySql.DeleteCategory).With(id.Value).Execute();
        return SaveOutcome.Saved;
    }

    private static SaveOutcome SaveSeries(SqliteSession session, Series series)
    {
        var blog = FindBlogNumber(session, series.BlogId);
        long? stored;
        bool taken, isOfAnother;
        using (var row = session.Use(TaxonomySql.CheckSeries).With(series.Id.Value).With(blog).With(series.Slug.Value))
        {
            row.Step();
            stored = row.Int64OrNull(0);
            taken = row.Bool(1);
            isOfAnother = row.Bool(2);
        }

        if (Versions.Compare(stored, series.Version, isOfAnother, isPossible: blog is not null, taken) is { } refused)
        {
            return refused;
        }

        session.Use(stored is null ? TaxonomySql.InsertSeries : TaxonomySql.UpdateSeries)
            .With(series.Id.Value)
            .With(blog)
            .With(series.Name)
            .With(series.Slug.Value)
            .With(series.Description)
            .With(series.Version + 1)
            .Execute();
        ChangeFeed.Add(session, series.BlogId, BlogChangeKind.Taxonomy);
        return SaveOutcome.Saved;
    }
}
