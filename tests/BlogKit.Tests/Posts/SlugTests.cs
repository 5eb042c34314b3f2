namespace BlogKit.Tests.Posts;

public sealed class SlugTests
{
    [Theory]
    [InlineData("What Keeping Bees Will Not Teach You", "what-keeping-bees-will-not-teach-you")]
    [InlineData("Über die Bienen", "uber-die-bienen")]
    [InlineData("О пчёлах", "о-пчёлах")]
    [InlineData("蜂について", "蜂について")]
    [InlineData("عن النحل", "عن-النحل")]
    public async Task A_slug_is_made_from_a_title_in_any_script(string title, string slug)
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.DraftAsync(title)).Slug.Value.Should().Be(UnicodeForms.ToNfc(slug));
    }

    [Fact]
    public async Task Posts_of_one_title_are_numbered_in_turn()
    {
        await using var blog = await TestBlog.StartAsync();

        var slugs = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            slugs.Add((await blog.DraftAsync("Links")).Slug.Value);
        }

        slugs.Should().Equal("links", "links-2", "links-3", "links-4");
    }

    [Fact]
    public async Task The_hundredth_post_of_a_title_finds_its_number()
    {
        await using var blog = await TestBlog.StartAsync();

        for (var i = 1; i < 100; i++)
        {
            await blog.DraftAsync("Links");
        }

        (await blog.DraftAsync("Links")).Slug.Value.Should().Be("links-100");
    }

    [Fact]
    public async Task Many_at_once_get_different_slugs()
    {
        await using var blog = await TestBlog.StartAsync();

        var posts = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => blog.DraftAsync("The same title"))));

        posts.Select(p => p.Slug.Value).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_slug_asked_for_and_taken_is_refused()
    {
        await using var blog = await TestBlog.StartAsync();
        await blog.DraftAsync("Bees");

        (await blog.Posts.CreateAsync(new NewPost(blog.Blog.Id, "Other", "M") { Slug = Slug.From("bees") }, blog.EditorActor))
            .ShouldFail(ErrorCodes.Taken, "Slug");
    }

    [Fact]
    public async Task A_former_slug_leads_to_the_post()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync("Bees");
        await blog.Posts.UpdateAsync(post with { Slug = Slug.From("wasps") }, blog.EditorActor);

        var found = (await blog.Posts.GetBySlugAsync(blog.Blog.Id, Slug.From("bees"), Actor.Anonymous)).Value;

        found.IsCurrent.Should().BeFalse();
        found.Post.Slug.Should().Be(Slug.From("wasps"));
    }

    [Fact]
    public async Task A_former_slug_of_another_post_is_taken()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync("Bees");
        await blog.Posts.UpdateAsync(post with { Slug = Slug.From("wasps") }, blog.EditorActor);

        (await blog.DraftAsync("Bees")).Slug.Value.Should().Be("bees-2");
    }

    [Fact]
    public async Task A_post_takes_its_former_slug_back()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync("Bees");
        post = (await blog.Posts.UpdateAsync(post with { Slug = Slug.From("wasps") }, blog.EditorActor)).Value;

        (await blog.Posts.UpdateAsync(post with { Slug = Slug.From("bees") }, blog.EditorActor)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task Two_blogs_have_the_same_slug()
    {
        await using var blog = await TestBlog.StartAsync();
        var other = (await blog.Blogs.CreateAsync(new NewBlog("other", "Other"), Actor.System)).Value;
        var author = await blog.AuthorAsync("A", blogId: other.Id);
        await blog.DraftAsync("Bees");

        (await blog.Posts.CreateAsync(new NewPost(other.Id, "Bees", "M"), Actor.Author(author))).Value.Slug.Value.Should().Be("bees");
    }

    [Fact]
    public async Task An_archived_post_says_so()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync("Bees");
        await blog.Posts.ArchiveAsync(post.BlogId, post.Id, blog.EditorActor, post.Version);

        (await blog.Posts.GetBySlugAsync(blog.Blog.Id, post.Slug, Actor.Anonymous)).ShouldFail(ErrorCodes.PostArchived);
    }

    [Fact]
    public async Task A_draft_that_was_archived_was_never_there()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.DraftAsync("Bees");
        await blog.Posts.ArchiveAsync(post.BlogId, post.Id, blog.EditorActor, post.Version);

        (await blog.Posts.GetBySlugAsync(blog.Blog.Id, post.Slug, Actor.Anonymous)).ShouldFail(ErrorCodes.PostNotFound);
    }

    [Fact]
    public async Task A_title_that_is_a_reserved_word_gets_a_number()
    {
        await using var blog = await TestBlog.StartAsync(static o => o.Posts.ReservedSlugs.Add("search"));

        var post = await blog.DraftAsync("Search");

        post.Slug.Value.Should().Be("search-2");
    }

    [Fact]
    public async Task A_reserved_slug_is_refused_when_it_was_typed()
    {
        await using var blog = await TestBlog.StartAsync(static o => o.Posts.ReservedSlugs.Add("search"));
        var post = await blog.DraftAsync("Bees");

        var created = await blog.Posts.CreateAsync(new NewPost(blog.Blog.Id, "T", "M") { Slug = Slug.From("search") }, blog.EditorActor);
        var changed = await blog.Posts.UpdateAsync(post with { Slug = Slug.From("search") }, blog.EditorActor);

        created.ShouldFail(ErrorCodes.SlugReserved);
        changed.ShouldFail(ErrorCodes.SlugReserved);
    }
}
