namespace BlogKit.Tests.Authors;

public sealed class AuthorServiceTests
{
    [Fact]
    public async Task A_profile_is_stored_rendered_and_found()
    {
        await using var blog = await TestBlog.StartAsync();

        var author = (await blog.Authors.CreateAsync(
            new NewAuthor(blog.Blog.Id, " Ada Apiarist ")
            {
                Email = " Ada@Example.org ",
                UserKey = "u1",
                Credentials = "Dr.",
                BioMarkdown = "Keeps *bees*.",
                AvatarUrl = new Uri("/ada.png", UriKind.Relative),
                Links = [new AuthorLink("Home", new Uri("https://ada.example"))],
            },
            Actor.System)).Value;

        (author.DisplayName, author.Email, author.Slug.Value).Should().Be(("Ada Apiarist", "Ada@Example.org", "ada-apiarist"));
        author.BioHtml.Should().Contain("<em>bees</em>");
        (await blog.Authors.FindAsync(author.BlogId, author.Id)).Should().BeEquivalentTo(author);
        (await blog.Authors.GetBySlugAsync(blog.Blog.Id, author.Slug)).Value.Id.Should().Be(author.Id);
        (await blog.Authors.FindByUserKeyAsync(blog.Blog.Id, "u1"))!.Id.Should().Be(author.Id);
    }

    [Fact]
    public async Task Authors_of_one_name_get_numbered_slugs()
    {
        await using var blog = await TestBlog.StartAsync();

        await blog.AuthorAsync("Jo Smith");
        (await blog.AuthorAsync("Jo Smith")).Slug.Value.Should().Be("jo-smith-2");
    }

    [Fact]
    public async Task A_taken_slug_or_user_key_names_its_field()
    {
        await using var blog = await TestBlog.StartAsync();
        await blog.Authors.CreateAsync(new NewAuthor(blog.Blog.Id, "Ada") { UserKey = "u1" }, Actor.System);

        (await blog.Authors.CreateAsync(
            new NewAuthor(blog.Blog.Id, "Other") { Slug = Slug.From("ada") }, Actor.System)).ShouldFail(ErrorCodes.Taken, "Slug");
        (await blog.Authors.CreateAsync(
            new NewAuthor(blog.Blog.Id, "Other") { UserKey = "u1" }, Actor.System)).ShouldFail(ErrorCodes.Taken, "UserKey");
    }

    [Fact]
    public async Task Authors_change_their_own_profile_but_not_their_roles()
    {
        await using var blog = await TestBlog.StartAsync();
        var author = await blog.AuthorAsync("Willa");
        var self = Actor.Author(author);

        (await blog.Authors.UpdateAsync(author with { Roles = BlogRoles.Administrator }, self)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Authors.UpdateAsync(author with { UserKey = "other" }, self)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Authors.UpdateAsync(blog.Editor with { DisplayName = "X" }, self)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Authors.UpdateAsync(author with { BioMarkdown = "New." }, self)).Value.BioHtml.Should().Contain("New.");
    }

    [Fact]
    public async Task Only_an_administrator_of_the_blog_registers_authors()
    {
        await using var blog = await TestBlog.StartAsync();
        var other = (await blog.Blogs.CreateAsync(new NewBlog("other", "Other"), Actor.System)).Value;
        var stranger = Actor.Author(await blog.AuthorAsync("Stranger", BlogRoles.Administrator, blogId: other.Id));

        (await blog.Authors.CreateAsync(new NewAuthor(blog.Blog.Id, "X"), blog.EditorActor)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Authors.CreateAsync(new NewAuthor(blog.Blog.Id, "X"), stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Authors.UpdateAsync(blog.Editor with { DisplayName = "X" }, stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Authors.CreateAsync(new NewAuthor(other.Id, "X"), stranger)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        await using var blog = await TestBlog.StartAsync();
        await blog.Authors.UpdateAsync(blog.Editor with { DisplayName = "Edith E." }, Actor.System);

        (await blog.Authors.UpdateAsync(blog.Editor with { DisplayName = "E." }, Actor.System)).ShouldFail(ErrorCodes.Changed);
    }

    [Theory]
    [InlineData("DisplayName", ErrorCodes.Required)]
    [InlineData("Email", ErrorCodes.InvalidEmail)]
    [InlineData("Credentials", ErrorCodes.InvalidName)]
    [InlineData("BioMarkdown", ErrorCodes.InvalidText)]
    [InlineData("AvatarUrl", ErrorCodes.InvalidUrl)]
    [InlineData("Links", ErrorCodes.InvalidUrl)]
    [InlineData("Slug", ErrorCodes.Required)]
    public async Task Every_broken_rule_names_its_field(string field, string code)
    {
        await using var blog = await TestBlog.StartAsync();
        var author = blog.Editor;

        var result = await blog.Authors.UpdateAsync(
            field switch
            {
                "DisplayName" => author with { DisplayName = "" },
                "Email" => author with { Email = "nobody" },
                "Credentials" => author with { Credentials = "a\nb" },
                "BioMarkdown" => author with { BioMarkdown = "\0" },
                "AvatarUrl" => author with { AvatarUrl = new Uri("data:image/png;base64,xx") },
                "Links" => author with { Links = [new AuthorLink("x", new Uri("javascript:alert(1)"))] },
                _ => author with { Slug = default },
            },
            Actor.System);

        result.ShouldFail(code, field);
    }

    [Fact]
    public async Task Raw_html_in_a_bio_is_text()
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.Authors.UpdateAsync(blog.Editor with { BioMarkdown = "<script>x</script>" }, Actor.System)).Value.BioHtml
            .Should().NotContain("<script");
    }

    [Fact]
    public async Task Who_loses_the_right_to_raw_html_loses_it_in_what_is_published()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync(markdown: "<section>Hi</section>");

        await blog.Authors.UpdateAsync(blog.Editor with { Roles = BlogRoles.Author }, Actor.System);

        (await blog.Posts.GetAsync(post.BlogId, post.Id, Actor.Anonymous)).Value.Rendered.Html.Should().NotContain("<section>");
    }

    [Fact]
    public async Task Whoever_takes_the_right_to_raw_html_and_leaves_has_taken_it_from_what_is_published()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync(markdown: "<section>Hi</section>");
        using var leaving = new CancellationTokenSource();
        using var leaves = blog.Get<BlogChanges>().Subscribe(_ => leaving.Cancel());

        await blog.Authors.UpdateAsync(blog.Editor with { Roles = BlogRoles.Author }, Actor.System, leaving.Token);

        leaving.IsCancellationRequested.Should().BeTrue();
        (await blog.Posts.GetAsync(post.BlogId, post.Id, Actor.Anonymous)).Value.Rendered.Html.Should().NotContain("<section>");
    }
}
