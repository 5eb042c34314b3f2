namespace BlogKit.Tests.Posts;

/// <summary>What an import and an editor say of a post beside its text: fields, the identity in feeds, a pin.</summary>
public sealed class OwnFieldTests
{
    [Fact]
    public async Task Fields_are_kept_in_order_and_names_may_repeat()
    {
        await using var blog = await TestBlog.StartAsync();
        PostField[] fields = [new("mood", "calm"), new("mood", ""), new("_layout", "{\n}")];

        var post = await blog.DraftAsync("One", "Text", p => p with { Fields = [.. fields] });

        (await blog.Posts.GetAsync(post.BlogId, post.Id, blog.EditorActor)).Value.Fields.Should().Equal(fields);
    }

    [Theory]
    [InlineData(4, 5, 5, ErrorCodes.TooMany, "Fields")]
    [InlineData(1, 11, 5, ErrorCodes.TooLong, "Fields.Name")]
    [InlineData(1, 5, 21, ErrorCodes.TooLong, "Fields.Value")]
    [InlineData(1, 0, 5, ErrorCodes.Required, "Fields.Name")]
    public async Task Fields_over_a_bound_are_refused_by_name(int count, int name, int value, string code, string field)
    {
        await using var blog = await TestBlog.StartAsync(o =>
        {
            o.Posts.MaximumFields = 3;
            o.Posts.MaximumFieldNameLength = 10;
            o.Posts.MaximumFieldValueLength = 20;
        });
        var given = Enumerable.Repeat(new PostField(new string('n', name), new string('v', value)), count);

        var refused = await blog.Posts.CreateAsync(
            new NewPost(blog.Blog.Id, "One", "Text") { Fields = [.. given] }, blog.EditorActor);

        refused.ShouldFail(code);
        refused.Error!.Field.Should().Be(field);
    }

    [Theory]
    [InlineData("mo\nod", "x", "Fields.Name")]
    [InlineData("mood", "a\0b", "Fields.Value")]
    [InlineData("mood", null, "Fields.Value")]
    [InlineData(null, "x", "Fields.Name")]
    public async Task A_field_that_cannot_be_kept_is_refused_by_name(string? name, string? value, string field)
    {
        await using var blog = await TestBlog.StartAsync();

        var refused = await blog.Posts.CreateAsync(
            new NewPost(blog.Blog.Id, "One", "Text") { Fields = [new PostField(name!, value!)] }, blog.EditorActor);

        refused.Error!.Field.Should().Be(field);
    }

    [Theory]
    [InlineData("https://old.example/?p=12", "https://old.example/?p=12")]
    [InlineData(" tag:old.example,2009:1 ", "tag:old.example,2009:1")]
    [InlineData("5f0c2ad3", "5f0c2ad3")]
    [InlineData("  ", null)]
    public async Task An_identity_in_feeds_is_an_address_or_any_word(string given, string? kept)
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.DraftAsync("One", "Text", p => p with { FeedId = given })).FeedId.Should().Be(kept);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("a\nb")]
    [InlineData("a\u0000b")]
    [InlineData("a\uFFFFb")]
    public async Task An_identity_in_feeds_that_no_feed_can_say_is_refused(string given)
    {
        await using var blog = await TestBlog.StartAsync();

        var refused = await blog.Posts.CreateAsync(new NewPost(blog.Blog.Id, "One", "Text") { FeedId = given }, blog.EditorActor);

        refused.ShouldFail(ErrorCodes.InvalidText);
        refused.Error!.Field.Should().Be(nameof(Post.FeedId));
    }

    [Fact]
    public async Task An_identity_in_feeds_has_a_bound()
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.Posts.CreateAsync(
            new NewPost(blog.Blog.Id, "One", "Text") { FeedId = new string('x', 2_001) }, blog.EditorActor))
            .ShouldFail(ErrorCodes.TooLong);
    }

    [Fact]
    public async Task Editors_alone_pin_a_post()
    {
        await using var blog = await TestBlog.StartAsync();
        var writer = Actor.Author(await blog.AuthorAsync("Wim"));
        var post = await blog.DraftAsync("One", actor: writer);

        (await blog.Posts.UpdateAsync(post with { IsPinned = true }, writer)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Posts.CreateAsync(new NewPost(blog.Blog.Id, "Two", "") { IsPinned = true }, writer))
            .ShouldFail(ErrorCodes.NotAllowed);
        post = (await blog.Posts.UpdateAsync(post with { IsPinned = true }, blog.EditorActor)).Value;

        post.IsPinned.Should().BeTrue();
        (await blog.Posts.UpdateAsync(post with { Markdown = "More." }, writer)).Value.IsPinned.Should().BeTrue();
    }

    [Fact]
    public async Task Fields_and_pins_are_no_change_of_content()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.DraftAsync("One");

        var changed = (await blog.Posts.UpdateAsync(
            post with { IsPinned = true, FeedId = "x", Fields = [new PostField("a", "b")] }, blog.EditorActor)).Value;

        changed.ContentUpdatedAt.Should().Be(post.ContentUpdatedAt);
        (await blog.Posts.ListRevisionsAsync(post.BlogId, post.Id, blog.EditorActor)).Value.Should().ContainSingle();
    }
}
