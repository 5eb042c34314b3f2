using BlogKit.Storage;

namespace BlogKit.Tests.Posts;

public sealed class UnarchivingTests : IAsyncLifetime
{
    private TestBlog _blog = null!;

    public async Task InitializeAsync() => _blog = await TestBlog.StartAsync();

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Theory]
    [InlineData(PostStatus.Draft)]
    [InlineData(PostStatus.PendingReview)]
    [InlineData(PostStatus.Scheduled)]
    [InlineData(PostStatus.Published)]
    [InlineData(PostStatus.Private)]
    public async Task An_archived_post_goes_back_to_the_stage_and_the_date_it_had(PostStatus stage)
    {
        var before = await PostAsync(stage);

        var archived = (await _blog.Posts.ArchiveAsync(before.BlogId, before.Id, _blog.EditorActor, before.Version)).Value;
        archived.StatusBefore.Should().Be(stage);
        var after = (await _blog.Posts.UnarchiveAsync(archived.BlogId, archived.Id, _blog.EditorActor, archived.Version)).Value;

        after.Should().BeEquivalentTo(before with { Version = before.Version + 2 });
    }

    [Fact]
    public async Task A_post_whose_time_came_before_it_was_archived_is_public_again()
    {
        var post = await PostAsync(PostStatus.Scheduled);
        _blog.Clock.Advance(TimeSpan.FromDays(2));

        var archived = (await _blog.Posts.ArchiveAsync(post.BlogId, post.Id, _blog.EditorActor, post.Version)).Value;
        var after = (await _blog.Posts.UnarchiveAsync(archived.BlogId, archived.Id, _blog.EditorActor, archived.Version)).Value;

        after.Status.Should().Be(PostStatus.Published);
        after.PublishedAt.Should().Be(post.PublishedAt);
    }

    [Fact]
    public async Task A_post_whose_time_passed_in_the_archive_does_not_come_out_by_itself()
    {
        var post = await PostAsync(PostStatus.Scheduled);
        var archived = (await _blog.Posts.ArchiveAsync(post.BlogId, post.Id, _blog.EditorActor, post.Version)).Value;
        _blog.Clock.Advance(TimeSpan.FromDays(2));

        var after = (await _blog.Posts.UnarchiveAsync(archived.BlogId, archived.Id, _blog.EditorActor, archived.Version)).Value;

        after.Status.Should().Be(PostStatus.Draft);
        after.IsReadableAt(_blog.Now).Should().BeFalse();
    }

    [Fact]
    public async Task A_post_archived_before_its_stage_was_kept_becomes_a_draft()
    {
        var post = await PostAsync(PostStatus.Published);
        var archived = (await _blog.Posts.ArchiveAsync(post.BlogId, post.Id, _blog.EditorActor, post.Version)).Value;
        await _blog.Get<IPostStore>().SaveAsync(new PostSave(archived with { StatusBefore = null }, null), default);

        var after = (await _blog.Posts.UnarchiveAsync(archived.BlogId, archived.Id, _blog.EditorActor, archived.Version + 1)).Value;

        after.Status.Should().Be(PostStatus.Draft);
    }

    [Fact]
    public async Task Only_an_archived_post_is_taken_back_and_editing_forgets_nothing()
    {
        var post = await PostAsync(PostStatus.Private);
        (await _blog.Posts.UnarchiveAsync(post.BlogId, post.Id, _blog.EditorActor, post.Version)).Error!.Code
            .Should().Be(ErrorCodes.InvalidTransition);
        var archived = (await _blog.Posts.ArchiveAsync(post.BlogId, post.Id, _blog.EditorActor, post.Version)).Value;

        var edited = (await _blog.Posts.UpdateAsync(
            archived with { Title = "Other", StatusBefore = PostStatus.Published }, _blog.EditorActor)).Value;

        edited.StatusBefore.Should().Be(PostStatus.Private);
        (await _blog.Posts.ReturnToDraftAsync(edited.BlogId, edited.Id, _blog.EditorActor, edited.Version)).Value.StatusBefore
            .Should().BeNull();
    }

    [Fact]
    public async Task A_contributor_takes_back_a_draft_of_their_own_but_nothing_that_was_public()
    {
        var contributor = await _blog.AuthorAsync("Cora", BlogRoles.Contributor, "cora@example.org");
        var draft = (await _blog.Posts.CreateAsync(new NewPost(_blog.Blog.Id, "Mine", "x"), Actor.Author(contributor))).Value;
        var archived = (await _blog.Posts.ArchiveAsync(draft.BlogId, draft.Id, Actor.Author(contributor), draft.Version)).Value;
        (await _blog.Posts.UnarchiveAsync(archived.BlogId, archived.Id, Actor.Author(contributor), archived.Version)).Value.Status
            .Should().Be(PostStatus.Draft);

        var published = (await _blog.Posts.PublishAsync(draft.BlogId, draft.Id, _blog.EditorActor, archived.Version + 1)).Value;
        var gone = (await _blog.Posts.ArchiveAsync(published.BlogId, published.Id, _blog.EditorActor, published.Version)).Value;

        (await _blog.Posts.UnarchiveAsync(gone.BlogId, gone.Id, Actor.Author(contributor), gone.Version)).Error!.Code
            .Should().Be(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task A_draft_keeps_the_date_it_is_to_have()
    {
        var draft = await PostAsync(PostStatus.Draft);
        var past = _blog.Now.AddYears(-6);

        var dated = (await _blog.Posts.SetPublicationDateAsync(draft.BlogId, draft.Id, past, _blog.EditorActor, draft.Version)).Value;

        dated.Status.Should().Be(PostStatus.Draft);
        (await _blog.Posts.PublishAsync(dated.BlogId, dated.Id, _blog.EditorActor, dated.Version)).Value.PublishedAt.Should().Be(past);
    }

    [Fact]
    public async Task The_date_of_a_published_post_is_for_editors_and_lies_in_the_past()
    {
        var author = await _blog.AuthorAsync("Art", BlogRoles.Author, "art@example.org");
        var post = (await _blog.Posts.CreateAsync(new NewPost(_blog.Blog.Id, "Mine", "x"), Actor.Author(author))).Value;
        post = (await _blog.Posts.PublishAsync(post.BlogId, post.Id, Actor.Author(author), post.Version)).Value;

        (await _blog.Posts.SetPublicationDateAsync(
            post.BlogId, post.Id, _blog.Now.AddYears(-1), Actor.Author(author), post.Version)).Error!.Code
            .Should().Be(ErrorCodes.NotAllowed);
        (await _blog.Posts.SetPublicationDateAsync(
            post.BlogId, post.Id, _blog.Now.AddYears(1), _blog.EditorActor, post.Version)).Error!.Field
            .Should().Be("PublishedAt");
        (await _blog.Posts.SetPublicationDateAsync(post.BlogId, post.Id, null, _blog.EditorActor, post.Version)).Error!.Field
            .Should().Be("PublishedAt");
        (await _blog.Posts.SetPublicationDateAsync(
            post.BlogId, post.Id, _blog.Now.AddYears(-1), _blog.EditorActor, post.Version)).Value.PublishedAt
            .Should().Be(_blog.Now.AddYears(-1));
    }

    [Fact]
    public async Task A_suggested_slug_is_numbered_when_taken_or_reserved()
    {
        var blog = await TestBlog.StartAsync(options => options.Posts.ReservedSlugs.Add("feed"));
        await using var _ = blog;
        NewPost Suggest(string slug) => new(blog.Blog.Id, "A title", "x") { SuggestedSlug = Slug.From(slug) };

        (await blog.Posts.CreateAsync(Suggest("wax"), blog.EditorActor)).Value.Slug.Value.Should().Be("wax");
        (await blog.Posts.CreateAsync(Suggest("wax"), blog.EditorActor)).Value.Slug.Value.Should().Be("wax-2");
        (await blog.Posts.CreateAsync(Suggest("feed"), blog.EditorActor)).Value.Slug.Value.Should().Be("feed-2");
    }

    private async Task<Post> PostAsync(PostStatus stage)
    {
        var post = (await _blog.Posts.CreateAsync(new NewPost(_blog.Blog.Id, "Smoke", "Calm bees."), _blog.EditorActor)).Value;
        return (stage switch
        {
            PostStatus.PendingReview => await _blog.Posts.SubmitForReviewAsync(post.BlogId, post.Id, _blog.EditorActor, post.Version),
            PostStatus.Scheduled => await _blog.Posts.ScheduleAsync(
                post.BlogId, post.Id, _blog.Now.AddDays(1), _blog.EditorActor, post.Version),
            PostStatus.Published => await _blog.Posts.PublishAsync(post.BlogId, post.Id, _blog.EditorActor, post.Version),
            PostStatus.Private => await _blog.Posts.MakePrivateAsync(post.BlogId, post.Id, _blog.EditorActor, post.Version),
            _ => post,
        }).Value;
    }
}
