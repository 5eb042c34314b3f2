using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of <see cref="ITaxonomyStore"/>.</summary>
public abstract class TaxonomySpecification : StoreSpecification
{
    /// <summary>Every field of a category is found again; categories are listed by name, then identity.</summary>
    [Fact]
    public async Task Categories_are_listed_by_name_with_everything_they_had()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var wax = await AddAsync(Sample.Category(blog.Id, "wax")).ConfigureAwait(false);
        var honey = await AddAsync(Sample.Category(blog.Id, "Honey")).ConfigureAwait(false);
        var comb = await AddAsync(Sample.Category(blog.Id, "comb", wax.Id) with { Description = "" }).ConfigureAwait(false);

        Same.Content([honey, comb, wax], await Store.Taxonomy.ListAllCategoriesAsync(blog.Id, default).ConfigureAwait(false));
        Assert.Empty(await Store.Taxonomy.ListAllCategoriesAsync(new BlogId(Sample.NextId()), default).ConfigureAwait(false));
    }

    /// <summary>Every outcome of saving a category.</summary>
    [Fact]
    public async Task A_category_is_compared_and_swapped()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var wax = await AddAsync(Sample.Category(blog.Id, "Wax")).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Saved, await SaveAsync(wax with { Name = "Beeswax" }).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Conflict, await SaveAsync(wax with { Name = "Lost" }).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Duplicate, await SaveAsync(Sample.Category(blog.Id, "wax")).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await SaveAsync(Sample.Category(blog.Id, "Gone") with { Version = 1 }).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await SaveAsync(Sample.Category(new BlogId(Sample.NextId()), "Elsewhere")).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing,
            await SaveAsync(Sample.Category(blog.Id, "Orphan", new CategoryId(Sample.NextId()))).ConfigureAwait(false));
        Same.Content(
            [wax with { Name = "Beeswax", Version = 2 }],
            await Store.Taxonomy.ListAllCategoriesAsync(blog.Id, default).ConfigureAwait(false));
    }

    /// <summary>Slugs are unique within a blog only.</summary>
    [Fact]
    public async Task Two_blogs_may_have_categories_and_series_with_the_same_slug()
    {
        foreach (var blog in new[]
        {
            await Store.AddBlogAsync(Sample).ConfigureAwait(false),
            await Store.AddBlogAsync(Sample).ConfigureAwait(false),
        })
        {
            await AddAsync(Sample.Category(blog.Id, "Wax")).ConfigureAwait(false);
            Assert.Equal(
                SaveOutcome.Saved, await Store.Taxonomy.SaveSeriesAsync(Sample.Series(blog.Id, "Wax"), default).ConfigureAwait(false));
        }
    }

    /// <summary>A category is neither its own parent nor below itself.</summary>
    [Fact]
    public async Task Categories_make_no_circle()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var top = await AddAsync(Sample.Category(blog.Id, "Top")).ConfigureAwait(false);
        var middle = await AddAsync(Sample.Category(blog.Id, "Middle", top.Id)).ConfigureAwait(false);
        var low = await AddAsync(Sample.Category(blog.Id, "Low", middle.Id)).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Missing, await SaveAsync(top with { ParentId = top.Id }).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await SaveAsync(top with { ParentId = middle.Id }).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await SaveAsync(top with { ParentId = low.Id }).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await SaveAsync(low with { ParentId = top.Id }).ConfigureAwait(false));
    }

    /// <summary>Two moves at once that are fine each, and make a circle together, are not both done.</summary>
    [Fact]
    public async Task Categories_make_no_circle_when_they_are_moved_at_once()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        for (var round = 0; round < 20; round++)
        {
            var left = await AddAsync(Sample.Category(blog.Id, $"Left {round}")).ConfigureAwait(false);
            var right = await AddAsync(Sample.Category(blog.Id, $"Right {round}")).ConfigureAwait(false);

            var outcomes = await Task.WhenAll(
                Task.Run(() => SaveAsync(left with { ParentId = right.Id })),
                Task.Run(() => SaveAsync(right with { ParentId = left.Id }))).ConfigureAwait(false);

            Assert.Equal([SaveOutcome.Saved, SaveOutcome.Missing], outcomes.Order());
        }
    }

    /// <summary>Deleting a category moves its children up one level, and posts lose it.</summary>
    [Fact]
    public async Task A_deleted_category_hands_its_children_up_and_leaves_its_posts()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var top = await AddAsync(Sample.Category(blog.Id, "Top")).ConfigureAwait(false);
        var middle = await AddAsync(Sample.Category(blog.Id, "Middle", top.Id)).ConfigureAwait(false);
        var low = await AddAsync(Sample.Category(blog.Id, "Low", middle.Id)).ConfigureAwait(false);
        var post = await Store.AddPostAsync(Sample, blog, p => p with { CategoryIds = [top.Id, middle.Id] }).ConfigureAwait(false);

        Assert.Equal(
            SaveOutcome.Conflict, await Store.Taxonomy.DeleteCategoryAsync(middle.BlogId, middle.Id, 7, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Saved, await Store.Taxonomy.DeleteCategoryAsync(middle.BlogId, middle.Id, 1, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing, await Store.Taxonomy.DeleteCategoryAsync(middle.BlogId, middle.Id, 1, default).ConfigureAwait(false));

        var left = await Store.Taxonomy.ListAllCategoriesAsync(blog.Id, default).ConfigureAwait(false);
        Assert.Equal([(low.Id, (CategoryId?)top.Id), (top.Id, null)], left.Select(static c => (c.Id, c.ParentId)));
        Assert.Equal(
            [top.Id], (await Store.Posts.FindAsync(post.BlogId, post.Id, default).ConfigureAwait(false))!.CategoryIds.AsEnumerable());
        Assert.Empty((await ListAsync(blog, middle.Id).ConfigureAwait(false)).Items);
        Assert.Single((await ListAsync(blog, top.Id).ConfigureAwait(false)).Items);
    }

    /// <summary>Every outcome of saving a series, and its list.</summary>
    [Fact]
    public async Task A_series_is_compared_and_swapped()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var year = Sample.Series(blog.Id, "The Year");
        var art = Sample.Series(blog.Id, "Art") with { Description = "" };

        Assert.Equal(SaveOutcome.Saved, await Store.Taxonomy.SaveSeriesAsync(year, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await Store.Taxonomy.SaveSeriesAsync(art, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Saved,
            await Store.Taxonomy.SaveSeriesAsync(year with { Name = "A Year", Version = 1 }, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Conflict,
            await Store.Taxonomy.SaveSeriesAsync(year with { Name = "Lost", Version = 1 }, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Duplicate, await Store.Taxonomy.SaveSeriesAsync(Sample.Series(blog.Id, "art"), default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing,
            await Store.Taxonomy.SaveSeriesAsync(Sample.Series(blog.Id, "Gone") with { Version = 2 }, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing,
            await Store.Taxonomy.SaveSeriesAsync(Sample.Series(new BlogId(Sample.NextId()), "X"), default).ConfigureAwait(false));
        Same.Content(
            [year with { Name = "A Year", Version = 2 }, art with { Version = 1 }],
            await Store.Taxonomy.ListAllSeriesAsync(blog.Id, default).ConfigureAwait(false));
    }

    /// <summary>Posts stay when their series is deleted.</summary>
    [Fact]
    public async Task Posts_of_a_deleted_series_stand_alone()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var series = Sample.Series(blog.Id, "The Year");
        await Store.Taxonomy.SaveSeriesAsync(series, default).ConfigureAwait(false);
        var post = await Store.AddPostAsync(Sample, blog, p => p with { SeriesId = series.Id, SeriesPosition = 1 }).ConfigureAwait(false);

        Assert.Equal(
            SaveOutcome.Conflict, await Store.Taxonomy.DeleteSeriesAsync(series.BlogId, series.Id, 9, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await Store.Taxonomy.DeleteSeriesAsync(series.BlogId, series.Id, 1, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing, await Store.Taxonomy.DeleteSeriesAsync(series.BlogId, series.Id, 1, default).ConfigureAwait(false));

        Assert.Null((await Store.Posts.FindAsync(post.BlogId, post.Id, default).ConfigureAwait(false))!.SeriesId);
        Assert.Empty(await Store.Taxonomy.ListAllSeriesAsync(blog.Id, default).ConfigureAwait(false));
    }

    private Task<SaveOutcome> SaveAsync(Category category) => Store.Taxonomy.SaveCategoryAsync(category, default);

    private async Task<Category> AddAsync(Category category)
    {
        Assert.Equal(SaveOutcome.Saved, await SaveAsync(category).ConfigureAwait(false));
        return category with { Version = 1 };
    }

    private Task<Slice<PostSummary>> ListAsync(Blog blog, CategoryId category) =>
        Store.Posts.ListPublishedAsync(
            new PublishedPostQuery { BlogId = blog.Id, Now = SampleData.Now, Size = 10, Categories = [category] }, default);
}
