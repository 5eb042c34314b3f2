namespace BlogKit.Tests.Taxonomy;

public sealed class TaxonomyServiceTests
{
    [Fact]
    public async Task A_category_is_made_with_a_slug_of_its_name()
    {
        await using var blog = await TestBlog.StartAsync();

        var category = (await blog.Taxonomy.CreateCategoryAsync(new NewCategory(blog.Blog.Id, " Wild Bees "), blog.EditorActor)).Value;

        (category.Name, category.Slug.Value, category.Version).Should().Be(("Wild Bees", "wild-bees", 1));
        (await blog.Taxonomy.ListAllCategoriesAsync(blog.Blog.Id)).Should().Equal(category);
    }

    [Fact]
    public async Task Authors_do_not_change_the_taxonomy()
    {
        await using var blog = await TestBlog.StartAsync();
        var author = Actor.Author(await blog.AuthorAsync("Willa"));

        (await blog.Taxonomy.CreateCategoryAsync(new NewCategory(blog.Blog.Id, "X"), author)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Taxonomy.CreateSeriesAsync(new NewSeries(blog.Blog.Id, "X"), author)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Taxonomy.DeleteCategoryAsync(
            blog.Blog.Id, new CategoryId(Guid.NewGuid()), author, 1)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task Editors_change_that_of_their_own_blog_alone()
    {
        await using var blog = await TestBlog.StartAsync();
        var category = (await blog.Taxonomy.CreateCategoryAsync(new NewCategory(blog.Blog.Id, "X"), blog.EditorActor)).Value;
        var other = (await blog.Blogs.CreateAsync(new NewBlog("other", "Other"), Actor.System)).Value;
        var stranger = Actor.Author(await blog.AuthorAsync("Stranger", BlogRoles.Editor, blogId: other.Id));

        (await blog.Taxonomy.UpdateCategoryAsync(category with { Name = "Y" }, stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Taxonomy.DeleteCategoryAsync(
            category.BlogId, category.Id, stranger, category.Version)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Taxonomy.DeleteCategoryAsync(
            other.Id, category.Id, stranger, category.Version)).ShouldFail(ErrorCodes.CategoryNotFound);
        (await blog.Taxonomy.UpdateCategoryAsync(category with { BlogId = other.Id }, stranger)).ShouldFail(ErrorCodes.CategoryNotFound);
    }

    [Fact]
    public async Task A_taken_slug_is_refused()
    {
        await using var blog = await TestBlog.StartAsync();
        await blog.Taxonomy.CreateCategoryAsync(new NewCategory(blog.Blog.Id, "Bees"), blog.EditorActor);
        await blog.Taxonomy.CreateSeriesAsync(new NewSeries(blog.Blog.Id, "Bees"), blog.EditorActor);

        (await blog.Taxonomy.CreateCategoryAsync(
            new NewCategory(blog.Blog.Id, "bees"), blog.EditorActor)).ShouldFail(ErrorCodes.Taken, "Slug");
        (await blog.Taxonomy.CreateSeriesAsync(new NewSeries(blog.Blog.Id, "bees"), blog.EditorActor)).ShouldFail(ErrorCodes.Taken, "Slug");
    }

    [Fact]
    public async Task A_category_is_never_below_itself()
    {
        await using var blog = await TestBlog.StartAsync();
        var top = (await blog.Taxonomy.CreateCategoryAsync(new NewCategory(blog.Blog.Id, "Top"), blog.EditorActor)).Value;
        var below = (await blog.Taxonomy.CreateCategoryAsync(
            new NewCategory(blog.Blog.Id, "Below") { ParentId = top.Id }, blog.EditorActor)).Value;

        (await blog.Taxonomy.UpdateCategoryAsync(
            top with { ParentId = below.Id }, blog.EditorActor)).ShouldFail(ErrorCodes.Circular, "ParentId");
    }

    [Fact]
    public async Task Removing_a_category_moves_those_below_it_up_and_frees_its_posts()
    {
        await using var blog = await TestBlog.StartAsync();
        var top = (await blog.Taxonomy.CreateCategoryAsync(new NewCategory(blog.Blog.Id, "Top"), blog.EditorActor)).Value;
        var middle = (await blog.Taxonomy.CreateCategoryAsync(
            new NewCategory(blog.Blog.Id, "Middle") { ParentId = top.Id }, blog.EditorActor)).Value;
        await blog.Taxonomy.CreateCategoryAsync(new NewCategory(blog.Blog.Id, "Low") { ParentId = middle.Id }, blog.EditorActor);
        var post = await blog.PublishAsync(with: p => p with { CategoryIds = [middle.Id] });

        await blog.Taxonomy.DeleteCategoryAsync(middle.BlogId, middle.Id, blog.EditorActor, middle.Version);

        (await blog.Taxonomy.ListAllCategoriesAsync(blog.Blog.Id)).Single(c => c.Name == "Low").ParentId.Should().Be(top.Id);
        (await blog.Posts.GetAsync(post.BlogId, post.Id, blog.EditorActor)).Value.CategoryIds.Should().BeEmpty();
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        await using var blog = await TestBlog.StartAsync();
        var series = (await blog.Taxonomy.CreateSeriesAsync(new NewSeries(blog.Blog.Id, "A year"), blog.EditorActor)).Value;
        await blog.Taxonomy.UpdateSeriesAsync(series with { Name = "Two years" }, blog.EditorActor);

        (await blog.Taxonomy.UpdateSeriesAsync(series with { Name = "Three" }, blog.EditorActor)).ShouldFail(ErrorCodes.Changed);
        (await blog.Taxonomy.DeleteSeriesAsync(series.BlogId, series.Id, blog.EditorActor, series.Version)).ShouldFail(ErrorCodes.Changed);
    }

    [Fact]
    public async Task What_was_never_created_is_not_updated()
    {
        await using var blog = await TestBlog.StartAsync();
        var series = new Series { Id = new SeriesId(Guid.NewGuid()), BlogId = blog.Blog.Id, Name = "N", Slug = Slug.From("n") };

        (await blog.Taxonomy.UpdateSeriesAsync(series, blog.EditorActor)).ShouldFail(ErrorCodes.SeriesNotFound);
    }

    [Theory]
    [InlineData("", "Name", ErrorCodes.Required)]
    [InlineData("a\nb", "Name", ErrorCodes.InvalidName)]
    [InlineData("a\0b", "Name", ErrorCodes.InvalidText)]
    public async Task A_bad_name_is_refused(string name, string field, string code)
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.Taxonomy.CreateCategoryAsync(new NewCategory(blog.Blog.Id, name), blog.EditorActor)).ShouldFail(code, field);
    }
}
