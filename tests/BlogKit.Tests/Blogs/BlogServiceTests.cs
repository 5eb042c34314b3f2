namespace BlogKit.Tests.Blogs;

public sealed class BlogServiceTests
{
    [Fact]
    public async Task A_blog_is_found_by_its_key()
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.Blogs.GetByKeyAsync("test")).Value.Should().BeEquivalentTo(blog.Blog);
        (await blog.Blogs.GetByKeyAsync("Test")).ShouldFail(ErrorCodes.BlogNotFound);
        (await blog.Blogs.ListAllAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_key_belongs_to_one_blog()
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.Blogs.CreateAsync(new NewBlog("test", "Again"), Actor.System)).ShouldFail(ErrorCodes.Taken, "Key");
    }

    [Fact]
    public async Task Only_administrators_change_blogs_and_only_their_own()
    {
        await using var blog = await TestBlog.StartAsync();
        var other = (await blog.Blogs.CreateAsync(new NewBlog("other", "Other"), Actor.System)).Value;
        var stranger = Actor.Author(await blog.AuthorAsync("Stranger", BlogRoles.Administrator, blogId: other.Id));

        (await blog.Blogs.CreateAsync(new NewBlog("x", "X"), blog.EditorActor)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Blogs.UpdateAsync(blog.Blog with { Name = "X" }, stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Blogs.UpdateAsync(other with { Name = "X" }, stranger)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        await using var blog = await TestBlog.StartAsync();
        await blog.Blogs.UpdateAsync(blog.Blog with { Name = "One" }, Actor.System);

        (await blog.Blogs.UpdateAsync(blog.Blog with { Name = "Two" }, Actor.System)).ShouldFail(ErrorCodes.Changed);
    }

    [Fact]
    public async Task What_was_never_created_is_not_updated()
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.Blogs.UpdateAsync(
            blog.Blog with { Id = new BlogId(Guid.NewGuid()), Key = "new", Version = 0 },
            Actor.System)).ShouldFail(ErrorCodes.BlogNotFound);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pt-BR")]
    [InlineData("zh-Hant-TW")]
    [InlineData("gsw")]
    [InlineData("de-1996")]
    public async Task A_language_is_a_language_tag(string language)
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.Blogs.UpdateAsync(blog.Blog with { Language = language }, Actor.System)).Succeeded.Should().BeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("english language")]
    [InlineData("en_US")]
    [InlineData("en-")]
    [InlineData("en--US")]
    [InlineData("en-x")]
    public async Task Anything_else_is_no_language(string language)
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.Blogs.UpdateAsync(
            blog.Blog with { Language = language }, Actor.System)).ShouldFail(ErrorCodes.InvalidLanguage, "Language");
    }

    [Theory]
    [InlineData("Name", ErrorCodes.Required)]
    [InlineData("Key", ErrorCodes.InvalidKey)]
    [InlineData("Description", ErrorCodes.InvalidText)]
    [InlineData("BaseUrl", ErrorCodes.InvalidUrl)]
    [InlineData("Reactions", ErrorCodes.InvalidKey)]
    [InlineData("Reactions twice", ErrorCodes.InvalidKey)]
    [InlineData("Reactions empty", ErrorCodes.Required)]
    [InlineData("Comments.CloseAfterDays", ErrorCodes.OutOfRange)]
    [InlineData("Comments.Mode", ErrorCodes.OutOfRange)]
    public async Task Every_broken_rule_names_its_field(string what, string code)
    {
        await using var blog = await TestBlog.StartAsync();
        var b = blog.Blog;

        var result = await blog.Blogs.UpdateAsync(
            what switch
            {
                "Name" => b with { Name = "" },
                "Key" => b with { Key = "Not A Key" },
                "Description" => b with { Description = "\0" },
                "BaseUrl" => b with { BaseUrl = new Uri("ftp://example.org") },
                "Reactions" => b with { Reactions = [new ReactionKind("Not A Key", "x", "X")] },
                "Reactions twice" => b with { Reactions = [new ReactionKind("a", "x", "X"), new ReactionKind("a", "y", "Y")] },
                "Reactions empty" => b with { Reactions = [new ReactionKind("a", "", "X")] },
                "Comments.Mode" => b with { Comments = new CommentSettings { Mode = (CommentMode)9 } },
                _ => b with { Comments = new CommentSettings { CloseAfterDays = -1 } },
            },
            Actor.System);

        result.ShouldFail(code, what.Split(' ')[0]);
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("Etc/GMT+5")]
    public async Task A_zone_of_the_IANA_database_is_taken(string zone)
    {
        await using var blog = await TestBlog.StartAsync();
        blog.Blog.TimeZone.Should().Be("UTC");

        var saved = (await blog.Blogs.UpdateAsync(blog.Blog with { TimeZone = zone }, Actor.System)).Value;

        saved.FindTimeZone().Id.Should().Be(zone);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Mars/Olympus")]
    [InlineData("+02:00")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/localtime")]
    [InlineData("Europe/Berlin\0")]
    [InlineData("\uFFFE")]
    public async Task Another_zone_is_refused_and_nothing_is_changed(string? zone)
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.Blogs.UpdateAsync(
            blog.Blog with { TimeZone = zone! }, Actor.System)).ShouldFail(ErrorCodes.InvalidTimeZone, "TimeZone");

        (await blog.Blogs.GetByKeyAsync("test")).Value.TimeZone.Should().Be("UTC");
    }

    [Fact]
    public void A_zone_this_machine_does_not_know_is_read_as_UTC() =>
        new Blog
        {
            Id = default,
            Key = "x",
            Name = "X",
            CreatedAt = default,
            UpdatedAt = default,
            TimeZone = "Moved/Elsewhere",
        }.FindTimeZone()
            .Should().Be(TimeZoneInfo.Utc);
}
