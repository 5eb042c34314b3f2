namespace BlogKit.Tests.Comments;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task The_same_submission_twice_is_one_comment()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();

        var first = (await SubmitAsync(blog, post)).Value;
        var second = (await SubmitAsync(blog, post)).Value;

        (second.Comment.Id, second.Replayed).Should().Be((first.Comment.Id, true));
        (await blog.CountShownAsync(post)).Should().Be(1);
    }

    [Fact]
    public async Task The_same_submission_many_times_at_once_is_one_comment()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => SubmitAsync(blog, post))));

        results.Select(r => r.Value.Comment.Id).Distinct().Should().ContainSingle();
        results.Count(r => !r.Value.Replayed).Should().Be(1);
    }

    [Fact]
    public async Task A_guest_whose_secret_was_lost_with_the_answer_is_recognised_by_what_they_typed()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();

        var first = (await SubmitAsync(blog, post, actor: Actor.Guest("first-secret-0123456789"))).Value;
        var again = (await SubmitAsync(blog, post, actor: Actor.Guest("other-secret-0123456789"))).Value;

        again.Comment.Id.Should().Be(first.Comment.Id);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("parent")]
    [InlineData("url")]
    public async Task The_key_with_other_content_is_an_error(string what)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var other = await blog.CommentAsync(post);
        await SubmitAsync(blog, post);

        var result = await blog.SubmitAsync(post, what == "text" ? "Other." : "A comment.", what == "parent" ? other.Id : null,
            with: c => c with { IdempotencyKey = "key", Url = what == "url" ? "https://example.org" : null });

        result.ShouldFail(ErrorCodes.KeyReused, "IdempotencyKey");
    }

    [Fact]
    public async Task Two_people_with_one_key_have_two_comments()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();

        var guest = (await SubmitAsync(blog, post)).Value;
        var other = (await SubmitAsync(blog, post, "other@example.org")).Value;
        var user = (await SubmitAsync(blog, post, actor: Actor.User("u1", "Una"))).Value;

        new[] { guest, other, user }.Select(s => s.Comment.Id).Should().OnlyHaveUniqueItems();
        new[] { guest, other, user }.Should().OnlyContain(s => !s.Replayed);
    }

    [Fact]
    public async Task The_same_key_under_two_posts_is_two_comments()
    {
        await using var blog = await TestBlog.StartAsync();

        var one = (await SubmitAsync(blog, await blog.PublishAsync("One"))).Value;
        var two = (await SubmitAsync(blog, await blog.PublishAsync("Two"))).Value;

        two.Comment.Id.Should().NotBe(one.Comment.Id);
    }

    [Fact]
    public async Task A_repetition_is_answered_after_the_thread_was_closed()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        await SubmitAsync(blog, post);
        await blog.Posts.UpdateAsync(post with { Comments = new PostCommentSettings { Mode = CommentMode.Closed } }, blog.EditorActor);

        (await SubmitAsync(blog, post)).Value.Replayed.Should().BeTrue();
    }

    private static Task<Result<SubmittedComment>> SubmitAsync(
        TestBlog blog, Post post, string email = "gus@example.org", Actor? actor = null) =>
        blog.SubmitAsync(post, actor: actor, with: c => c with { IdempotencyKey = "key", Email = email });
}
