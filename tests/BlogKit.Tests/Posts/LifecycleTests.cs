namespace BlogKit.Tests.Posts;

public sealed class LifecycleTests
{
    public static TheoryData<PostStatus, PostStatus, bool> Transitions()
    {
        var data = new TheoryData<PostStatus, PostStatus, bool>();
        var allowed = new Dictionary<PostStatus, PostStatus[]>
        {
            [PostStatus.Draft] =
            [
                PostStatus.PendingReview,
                PostStatus.Scheduled,
                PostStatus.Published,
                PostStatus.Private,
                PostStatus.Archived,
            ],
            [PostStatus.PendingReview] =
            [
                PostStatus.Draft,
                PostStatus.Scheduled,
                PostStatus.Published,
                PostStatus.Private,
                PostStatus.Archived,
            ],
            [PostStatus.Scheduled] =
            [
                PostStatus.Draft,
                PostStatus.Scheduled,
                PostStatus.Published,
                PostStatus.Private,
                PostStatus.Archived,
            ],
            [PostStatus.Published] = [PostStatus.Draft, PostStatus.Private, PostStatus.Archived],
            [PostStatus.Private] = [PostStatus.Draft, PostStatus.Published, PostStatus.Scheduled, PostStatus.Archived],
            [PostStatus.Archived] = [PostStatus.Draft, PostStatus.Published, PostStatus.Private],
        };
        foreach (var from in Enum.GetValues<PostStatus>())
        {
            foreach (var to in Enum.GetValues<PostStatus>())
            {
                data.Add(from, to, allowed[from].Contains(to));
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Transitions))]
    public async Task Every_pair_of_stages_is_allowed_or_refused_as_the_table_says(PostStatus from, PostStatus to, bool allowed)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.DraftAsync();
        post = from is PostStatus.Draft ? post : (await ChangeAsync(blog, post, from, blog.EditorActor)).Value;

        var result = await ChangeAsync(blog, post, to, blog.EditorActor);

        result.Succeeded.Should().Be(allowed);
        if (!allowed)
        {
            result.Error!.Code.Should().Be(ErrorCodes.InvalidTransition);
            (await blog.Posts.GetAsync(post.BlogId, post.Id, blog.EditorActor)).Value.Status.Should().Be(from);
        }
    }

    [Theory]
    [InlineData(BlogRoles.Contributor, PostStatus.PendingReview, true)]
    [InlineData(BlogRoles.Contributor, PostStatus.Archived, true)]
    [InlineData(BlogRoles.Contributor, PostStatus.Published, false)]
    [InlineData(BlogRoles.Contributor, PostStatus.Scheduled, false)]
    [InlineData(BlogRoles.Contributor, PostStatus.Private, false)]
    [InlineData(BlogRoles.Author, PostStatus.Published, true)]
    [InlineData(BlogRoles.Author, PostStatus.Scheduled, true)]
    [InlineData(BlogRoles.Author, PostStatus.Private, true)]
    public async Task Roles_decide_what_one_may_do_with_a_draft_of_ones_own(BlogRoles role, PostStatus to, bool allowed)
    {
        await using var blog = await TestBlog.StartAsync();
        var writer = Actor.Author(await blog.AuthorAsync("Willa Writer", role));
        var post = await blog.DraftAsync(actor: writer);

        var result = await ChangeAsync(blog, post, to, writer);

        (result.Succeeded ? "" : result.Error.Code).Should().Be(allowed ? "" : ErrorCodes.NotAllowed);
    }

    [Theory]
    [InlineData(BlogRoles.None)]
    [InlineData(BlogRoles.Moderator)]
    public async Task Who_has_no_writing_role_creates_nothing(BlogRoles role)
    {
        await using var blog = await TestBlog.StartAsync();
        var reader = Actor.Author(await blog.AuthorAsync("Rita Reader", role));

        (await blog.Posts.CreateAsync(new NewPost(blog.Blog.Id, "T", "M"), reader)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task A_draft_of_another_author_does_not_exist_for_an_author()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.DraftAsync();
        var other = Actor.Author(await blog.AuthorAsync("Other"));

        (await blog.Posts.PublishAsync(post.BlogId, post.Id, other, post.Version)).ShouldFail(ErrorCodes.PostNotFound);
    }

    [Fact]
    public async Task A_published_post_of_another_author_may_not_be_changed_by_an_author()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var other = Actor.Author(await blog.AuthorAsync("Other"));

        (await blog.Posts.UpdateAsync(post with { Title = "Mine" }, other)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task A_contributor_may_not_change_what_was_published()
    {
        await using var blog = await TestBlog.StartAsync();
        var contributor = Actor.Author(await blog.AuthorAsync("Connie", BlogRoles.Contributor));
        var draft = await blog.DraftAsync(actor: contributor);
        var published = (await blog.Posts.PublishAsync(draft.BlogId, draft.Id, blog.EditorActor, draft.Version)).Value;

        (await blog.Posts.UpdateAsync(published with { Markdown = "Unreviewed." }, contributor)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Posts.ReturnToDraftAsync(
            published.BlogId, published.Id, contributor, published.Version)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task An_editor_of_one_blog_has_no_rights_in_another()
    {
        await using var blog = await TestBlog.StartAsync();
        var otherBlog = (await blog.Blogs.CreateAsync(new NewBlog("other", "Other"), Actor.System)).Value;
        var stranger = Actor.Author(await blog.AuthorAsync("Stranger", BlogRoles.Administrator | BlogRoles.Editor, blogId: otherBlog.Id));
        var post = await blog.PublishAsync();

        (await blog.Posts.UpdateAsync(post with { Title = "Taken over" }, stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Posts.CreateAsync(
            new NewPost(blog.Blog.Id, "T", "M") { AuthorIds = [blog.Editor.Id] }, stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Posts.ListForDeskAsync(new DeskPostsQuery(blog.Blog.Id), stranger)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task Publishing_again_keeps_the_first_date()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        blog.Clock.Advance(TimeSpan.FromDays(3));
        var hidden = (await blog.Posts.MakePrivateAsync(post.BlogId, post.Id, blog.EditorActor, post.Version)).Value;

        var again = (await blog.Posts.PublishAsync(post.BlogId, post.Id, blog.EditorActor, hidden.Version)).Value;

        again.PublishedAt.Should().Be(post.PublishedAt);
    }

    [Fact]
    public async Task An_editor_publishes_under_a_past_date()
    {
        await using var blog = await TestBlog.StartAsync();
        var draft = await blog.DraftAsync();

        var post = (await blog.Posts.PublishAsync(draft.BlogId, draft.Id, blog.Now.AddYears(-2), blog.EditorActor, draft.Version)).Value;

        post.PublishedAt.Should().Be(blog.Now.AddYears(-2));
    }

    [Fact]
    public async Task An_author_may_not_choose_a_past_date()
    {
        await using var blog = await TestBlog.StartAsync();
        var writer = Actor.Author(await blog.AuthorAsync("Willa"));
        var draft = await blog.DraftAsync(actor: writer);

        (await blog.Posts.PublishAsync(
            draft.BlogId, draft.Id, blog.Now.AddYears(-2), writer, draft.Version)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task Publishing_under_a_future_date_is_refused()
    {
        await using var blog = await TestBlog.StartAsync();
        var draft = await blog.DraftAsync();

        (await blog.Posts.PublishAsync(
            draft.BlogId, draft.Id, blog.Now.AddDays(1), blog.EditorActor, draft.Version)).ShouldFail(ErrorCodes.OutOfRange, "PublishedAt");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Scheduling_needs_a_moment_in_the_future(int minutes)
    {
        await using var blog = await TestBlog.StartAsync();
        var draft = await blog.DraftAsync();

        (await blog.Posts.ScheduleAsync(draft.BlogId, draft.Id, blog.Now.AddMinutes(minutes), blog.EditorActor, draft.Version)).ShouldFail(
            ErrorCodes.OutOfRange, "PublishAt");
    }

    [Fact]
    public async Task A_stale_version_changes_nothing()
    {
        await using var blog = await TestBlog.StartAsync();
        var draft = await blog.DraftAsync();
        var changed = (await blog.Posts.UpdateAsync(draft with { Title = "First" }, blog.EditorActor)).Value;

        (await blog.Posts.UpdateAsync(draft with { Title = "Second" }, blog.EditorActor)).ShouldFail(ErrorCodes.Changed);
        (await blog.Posts.PublishAsync(draft.BlogId, draft.Id, blog.EditorActor, draft.Version)).ShouldFail(ErrorCodes.Changed);
        (await blog.Posts.GetAsync(draft.BlogId, draft.Id, blog.EditorActor)).Value.Should().BeEquivalentTo(changed);
    }

    [Fact]
    public async Task Of_many_changes_at_once_one_wins()
    {
        await using var blog = await TestBlog.StartAsync();
        var draft = await blog.DraftAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            blog.Posts.UpdateAsync(draft with { Title = $"Title {i}" }, blog.EditorActor))));

        results.Count(r => r.Succeeded).Should().Be(1);
    }

    [Fact]
    public async Task Only_drafts_and_archived_posts_are_deleted()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();

        (await blog.Posts.DeleteAsync(post.BlogId, post.Id, blog.EditorActor, post.Version)).ShouldFail(ErrorCodes.InvalidTransition);
        var archived = (await blog.Posts.ArchiveAsync(post.BlogId, post.Id, blog.EditorActor, post.Version)).Value;
        (await blog.Posts.DeleteAsync(post.BlogId, post.Id, blog.EditorActor, archived.Version)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task An_author_deletes_nothing_for_ever()
    {
        await using var blog = await TestBlog.StartAsync();
        var writer = Actor.Author(await blog.AuthorAsync("Willa"));
        var draft = await blog.DraftAsync(actor: writer);

        (await blog.Posts.DeleteAsync(draft.BlogId, draft.Id, writer, draft.Version)).ShouldFail(ErrorCodes.NotAllowed);
    }

    internal static Task<Result<Post>> ChangeAsync(TestBlog blog, Post post, PostStatus to, Actor actor) => to switch
    {
        PostStatus.Draft => blog.Posts.ReturnToDraftAsync(post.BlogId, post.Id, actor, post.Version),
        PostStatus.PendingReview => blog.Posts.SubmitForReviewAsync(post.BlogId, post.Id, actor, post.Version),
        PostStatus.Scheduled => blog.Posts.ScheduleAsync(post.BlogId, post.Id, blog.Now.AddHours(1), actor, post.Version),
        PostStatus.Published => blog.Posts.PublishAsync(post.BlogId, post.Id, actor, post.Version),
        PostStatus.Private => blog.Posts.MakePrivateAsync(post.BlogId, post.Id, actor, post.Version),
        _ => blog.Posts.ArchiveAsync(post.BlogId, post.Id, actor, post.Version),
    };

    [Theory]
    [InlineData(PostStatus.Draft)]
    [InlineData(PostStatus.Private)]
    [InlineData(PostStatus.Archived)]
    public async Task A_text_that_is_not_to_be_read_is_saved_with_its_stage(PostStatus hideAs)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync("Open");
        var announced = new List<BlogChange>();
        using var listening = blog.Get<BlogChanges>().Subscribe(announced.Add);

        var hidden = (await blog.Posts.UpdateAndHideAsync(post with { Markdown = "A secret." }, hideAs, blog.EditorActor)).Value;

        (hidden.Status, hidden.Markdown, hidden.Version).Should().Be((hideAs, "A secret.", post.Version + 1));
        announced.Should().ContainSingle(because: "one commit brought both");
        (await blog.Posts.GetAsync(post.BlogId, post.Id, blog.EditorActor)).Value.Should().BeEquivalentTo(hidden);
        (await blog.Posts.ListRevisionsAsync(post.BlogId, post.Id, blog.EditorActor)).Value.Should().HaveCount(2);
        hidden.StatusBefore.Should().Be(hideAs is PostStatus.Archived ? PostStatus.Published : null);
    }

    [Fact]
    public async Task A_text_that_cannot_be_saved_hides_nothing_and_a_stage_that_cannot_be_reached_saves_nothing()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync("Open");
        var writer = Actor.Author(await blog.AuthorAsync("Contributor", BlogRoles.Contributor));
        var draft = (await blog.Posts.CreateAsync(new NewPost(blog.Blog.Id, "Mine", "Words."), writer)).Value;

        (await blog.Posts.UpdateAndHideAsync(
            post with { Title = " " }, PostStatus.Draft, blog.EditorActor)).ShouldFail(ErrorCodes.Required, nameof(Post.Title));
        (await blog.Posts.UpdateAndHideAsync(
            draft with { Markdown = "Others." }, PostStatus.Private, writer)).ShouldFail(ErrorCodes.NotAllowed);
        var published = () => blog.Posts.UpdateAndHideAsync(post, PostStatus.Published, blog.EditorActor);

        (await blog.Posts.GetAsync(post.BlogId, post.Id, blog.EditorActor)).Value.Should().BeEquivalentTo(post);
        (await blog.Posts.GetAsync(draft.BlogId, draft.Id, blog.EditorActor)).Value.Should().BeEquivalentTo(draft);
        await published.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }
}
