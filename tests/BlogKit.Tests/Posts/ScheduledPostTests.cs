namespace BlogKit.Tests.Posts;

public sealed class ScheduledPostTests
{
    [Fact]
    public async Task Before_its_time_readers_do_not_know_of_it()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await ScheduleAsync(blog);

        (await blog.Posts.GetBySlugAsync(blog.Blog.Id, post.Slug, Actor.Anonymous)).ShouldFail(ErrorCodes.PostNotFound);
        (await blog.Posts.ListAsync(new PostListQuery(blog.Blog.Id))).Value.Items.Should().BeEmpty();
        (await blog.Posts.FindManyReadableAsync(post.BlogId, [post.Id])).Should().BeEmpty();
        (await blog.Search.SearchAsync(new SearchRequest(blog.Blog.Id, "nectar"))).Value.Items.Should().BeEmpty();
        (await blog.SubmitAsync(post)).ShouldFail(ErrorCodes.PostNotFound);
    }

    [Fact]
    public async Task From_its_time_on_it_is_published_with_no_job_to_run()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await ScheduleAsync(blog);

        blog.Clock.Advance(TimeSpan.FromHours(1));

        (await blog.Posts.GetBySlugAsync(blog.Blog.Id, post.Slug, Actor.Anonymous)).Succeeded.Should().BeTrue();
        (await blog.Posts.ListAsync(new PostListQuery(blog.Blog.Id))).Value.Items.Should().ContainSingle(p => p.Id == post.Id);
        (await blog.Posts.ListTagsAsync(blog.Blog.Id)).Should().ContainSingle();
        (await blog.Posts.FindManyReadableAsync(post.BlogId, [post.Id])).Should().ContainSingle();
        (await blog.Search.SearchAsync(new SearchRequest(blog.Blog.Id, "nectar"))).Value.Items.Should().ContainSingle();
        (await blog.SubmitAsync(post)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task Its_comments_are_among_the_newest_once_it_is_out()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await ScheduleAsync(blog);
        blog.Clock.Advance(TimeSpan.FromHours(2));

        var comment = await blog.CommentAsync(post);

        (await blog.Threads.ListNewestAsync(new NewestCommentsQuery(blog.Blog.Id))).Value.Items
            .Should().ContainSingle(c => c.Id == comment.Id);
    }

    [Fact]
    public async Task Once_it_is_out_it_counts_as_published_for_the_next_stage()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await ScheduleAsync(blog);
        blog.Clock.Advance(TimeSpan.FromHours(2));

        (await blog.Posts.ScheduleAsync(
            post.BlogId, post.Id, blog.Now.AddDays(1), blog.EditorActor, post.Version)).ShouldFail(ErrorCodes.InvalidTransition);
    }

    [Fact]
    public async Task Taking_it_back_to_a_draft_forgets_the_date()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await ScheduleAsync(blog);

        var draft = (await blog.Posts.ReturnToDraftAsync(post.BlogId, post.Id, blog.EditorActor, post.Version)).Value;

        draft.PublishedAt.Should().BeNull();
    }

    [Fact]
    public async Task Publishing_it_early_gives_it_the_present_date()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await ScheduleAsync(blog);

        (await blog.Posts.PublishAsync(post.BlogId, post.Id, blog.EditorActor, post.Version)).Value.PublishedAt.Should().Be(blog.Now);
    }

    private static async Task<Post> ScheduleAsync(TestBlog blog)
    {
        var draft = await blog.DraftAsync("Later", "Of nectar.", p => p with { Tags = ["bees"] });
        return (await blog.Posts.ScheduleAsync(draft.BlogId, draft.Id, blog.Now.AddHours(1), blog.EditorActor, draft.Version)).Value;
    }
}
