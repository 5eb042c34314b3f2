namespace BlogKit.Tests.Footers;

public sealed class FooterServiceTests
{
    [Fact]
    public async Task A_post_has_its_own_blocks_then_its_authors_then_the_blogs()
    {
        await using var blog = await TestBlog.StartAsync();
        var other = await blog.AuthorAsync("Other");
        var everywhere = await CreateAsync(blog, "everywhere", FooterBlockScope.Blog);
        var first = await CreateAsync(blog, "first", FooterBlockScope.Blog, position: -1);
        var editors = await CreateAsync(blog, "editors", FooterBlockScope.Author, blog.Editor.Id);
        await CreateAsync(blog, "others", FooterBlockScope.Author, other.Id);
        var named = await CreateAsync(blog, "named", FooterBlockScope.Post);
        await CreateAsync(blog, "unnamed", FooterBlockScope.Post);
        var post = await blog.PublishAsync(with: p => p with { FooterBlockIds = [named.Id, everywhere.Id] });

        (await blog.Footers.ListAllForPostAsync(post)).Select(b => b.Name).Should().Equal("named", "everywhere", "editors", "first");
        _ = (first, editors);
    }

    [Fact]
    public async Task A_removed_block_is_gone_from_every_post()
    {
        await using var blog = await TestBlog.StartAsync();
        var named = await CreateAsync(blog, "named", FooterBlockScope.Post);
        var post = await blog.PublishAsync(with: p => p with { FooterBlockIds = [named.Id] });

        (await blog.Footers.DeleteAsync(named.BlogId, named.Id, blog.EditorActor, named.Version)).Succeeded.Should().BeTrue();

        var left = (await blog.Posts.GetAsync(post.BlogId, post.Id, Actor.Anonymous)).Value;
        left.FooterBlockIds.Should().BeEmpty();
        (await blog.Footers.ListAllForPostAsync(left)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_changed_block_is_rendered_again()
    {
        await using var blog = await TestBlog.StartAsync();
        var block = await CreateAsync(blog, "b", FooterBlockScope.Blog);

        (await blog.Footers.UpdateAsync(block with { Markdown = "Read *on*." }, blog.EditorActor)).Value.Html
            .Should().Contain("<em>on</em>");
        (await blog.Footers.UpdateAsync(block with { Markdown = "Stale." }, blog.EditorActor)).ShouldFail(ErrorCodes.Changed);
    }

    [Fact]
    public async Task Authors_do_not_change_blocks()
    {
        await using var blog = await TestBlog.StartAsync();
        var author = Actor.Author(await blog.AuthorAsync("Willa"));
        var block = await CreateAsync(blog, "b", FooterBlockScope.Blog);

        (await blog.Footers.CreateAsync(new NewFooterBlock(blog.Blog.Id, "x", "x"), author)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Footers.UpdateAsync(block, author)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Footers.DeleteAsync(block.BlogId, block.Id, author, block.Version)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task An_authors_block_has_an_author_of_the_blog()
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.Footers.CreateAsync(
            new NewFooterBlock(blog.Blog.Id, "x", "x") { Scope = FooterBlockScope.Author },
            blog.EditorActor)).ShouldFail(ErrorCodes.Required, "AuthorId");
        (await blog.Footers.CreateAsync(
            new NewFooterBlock(blog.Blog.Id, "x", "x") { AuthorId = blog.Editor.Id },
            blog.EditorActor)).ShouldFail(ErrorCodes.Required, "AuthorId");
        (await blog.Footers.CreateAsync(
            new NewFooterBlock(blog.Blog.Id, "x", "x") { Scope = FooterBlockScope.Author, AuthorId = new AuthorId(Guid.NewGuid()) },
            blog.EditorActor))
            .ShouldFail(ErrorCodes.AuthorNotFound, "AuthorId");
    }

    [Theory]
    [InlineData("", "x", "Name")]
    [InlineData("x", " ", "Markdown")]
    public async Task What_is_required_is_named(string name, string markdown, string field)
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.Footers.CreateAsync(
            new NewFooterBlock(blog.Blog.Id, name, markdown), blog.EditorActor)).ShouldFail(ErrorCodes.Required, field);
    }

    private static async Task<FooterBlock> CreateAsync(
        TestBlog blog, string name, FooterBlockScope scope, AuthorId? author = null, int position = 0) =>
        (await blog.Footers.CreateAsync(
            new NewFooterBlock(blog.Blog.Id, name, "Text.") { Scope = scope, AuthorId = author, Position = position },
            blog.EditorActor)).Value;
}
