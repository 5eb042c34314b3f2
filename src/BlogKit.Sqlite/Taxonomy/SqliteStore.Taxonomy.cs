using System.Collections.Immutable;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : ITaxonomyStore
{
    public Task<ImmutableArray<Category>> ListAllCategoriesAsync(BlogId blogId, CancellationToken cancellationToken) => ReadAsync(
        blogId,
        static (session, blogId) =>
        {
            using var row = session.Use(TaxonomySql.ListCategories).With(blogId.Value);
            var categories = ImmutableArray.CreateBuilder<Category>();
            while (row.Step())
            {
                categories.Add(new Category
                {
                    Id = new CategoryId(row.Id(0)),
                    BlogId = new BlogId(row.Id(1)),
                    ParentId = row.IsNull(2) ? null : new CategoryId(row.Id(2)),
                    Name = row.Text(3),
                    Slug = row.Slug(4),
                    Description = row.Text(5),
                    Version = row.Int64(6),
                });
            }

            categories.Sort(static (a, b) =>
            {
                var byName = string.CompareOrdinal(a.Name, b.Name);
                return byName != 0 ? byName : a.Id.CompareTo(b.Id);
            });
            return categories.DrainToImmutable();
        },
        cancellationToken);

    public Task<SaveOutcome> SaveCategoryAsync(Category category, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(category);
        StorableText.Check(category);
        return WriteAsync(category, SaveCategory, cancellationToken);
    }

    public Task<SaveOutcome> DeleteCategoryAsync(BlogId blogId, CategoryId id, long version, CancellationToken cancellationToken) =>
        WriteAsync((blogId, id, version), static (session, what) => DeleteCategory(session, what.blogId, what.id, what.version), cancellationToken);

    public Task<ImmutableArray<Series>> ListAllSeriesAsync(BlogId blogId, CancellationToken cancellationToken) => ReadAsync(
        blogId,
        static (session, blogId) =>
        {
            using var row = session.Use(TaxonomySql.ListSeries).With(blogId.Value);
            var series = ImmutableArray.CreateBuilder<Series>();
            while (row.Step())
            {
                series.Add(new Series
                {
                    Id = new SeriesId(row.Id(0)),
                    BlogId = new BlogId(row.Id(1)),
                    Name = row.Text(2),
                    Slug = row.Slug(3),
                    Description = row.Text(4),
                    Version = row.Int64(5),
                });
            }

            series.Sort(static (a, b) =>
            {
                var byName = string.CompareOrdinal(a.Name, b.Name);
                return byName != 0 ? byName : a.Id.CompareTo(b.Id);
            });
            return series.DrainToImmutable();
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
            using (var row = session.Use(TaxonomySql.FindSeries).With(what.blogId.Value).With(what.id.Value))
            {
                if (!row.Step())
                {
                    return SaveOutcome.Missing;
                }

                if (row.Int64(0) != what.version)
                {
                    return SaveOutcome.Conflict;
                }
            }

            PostLists.Remove(session, PostLists.Series, IdColumn.Bytes(what.id.Value));
            session.Use(TaxonomySql.LeaveSeries).With(what.id.Value).Execute();
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
            stored = row.IsNull(0) ? null : row.Int64(0);
            taken = row.Bool(1);
            parentIsThere = row.Bool(2);
            circle = row.Bool(3);
            isOfAnother = row.Bool(4);
        }

        if (Versions.Compare(stored, category.Version, isOfAnother) is { } refused)
        {
            return refused;
        }

        if (blog is not { } blogNumber || !parentIsThere || circle)
        {
            return SaveOutcome.Missing;
        }

        if (taken)
        {
            return SaveOutcome.Duplicate;
        }

        session.Use(stored is null ? TaxonomySql.InsertCategory : TaxonomySql.UpdateCategory)
            .With(category.Id.Value)
            .With(blogNumber)
            .With(category.ParentId?.Value)
            .With(category.Name)
            .With(category.Slug.Value)
            .With(category.Description)
            .With(category.Version + 1)
            .Execute();
        return SaveOutcome.Saved;
    }

    private static SaveOutcome DeleteCategory(SqliteSession session, BlogId blogId, CategoryId id, long version)
    {
        long blog;
        using (var row = session.Use(TaxonomySql.FindCategory).With(blogId.Value).With(id.Value))
        {
            if (!row.Step())
            {
                return SaveOutcome.Missing;
            }

            if (row.Int64(0) != version)
            {
                return SaveOutcome.Conflict;
            }

            blog = row.Int64(1);
        }

        var posts = new List<(long Number, ImmutableArray<CategoryId> Categories)>();
        using (var row = session.Use(TaxonomySql.PostsInCategory).With(id.Value).With(blog))
        {
            while (row.Step())
            {
                posts.Add((row.Int64(0), IdColumn.Split<CategoryId>(row.Blob(1))));
            }
        }

        foreach (var (number, categories) in posts)
        {
            session.Use(TaxonomySql.SetPostCategories).With(number).With(IdColumn.Join(categories.Remove(id)).AsSpan()).Execute();
        }

        PostLists.Remove(session, PostLists.Category, IdColumn.Bytes(id.Value));
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
            stored = row.IsNull(0) ? null : row.Int64(0);
            taken = row.Bool(1);
            isOfAnother = row.Bool(2);
        }

        if (Versions.Compare(stored, series.Version, isOfAnother) is { } refused)
        {
            return refused;
        }

        if (blog is not { } blogNumber)
        {
            return SaveOutcome.Missing;
        }

        if (taken)
        {
            return SaveOutcome.Duplicate;
        }

        session.Use(stored is null ? TaxonomySql.InsertSeries : TaxonomySql.UpdateSeries)
            .With(series.Id.Value)
            .With(blogNumber)
            .With(series.Name)
            .With(series.Slug.Value)
            .With(series.Description)
            .With(series.Version + 1)
            .Execute();
        return SaveOutcome.Saved;
    }
}
