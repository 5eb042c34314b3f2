namespace BlogKit.Tests.Posts;

public sealed class PostContentTests
{
    [Fact]
    public async Task Every_change_of_content_is_a_revision()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.DraftAsync("One", "First.");
        post = (await blog.Posts.UpdateAsync(post with { Markdown = "Second." }, blog.EditorActor, "Better")).Value;
        await blog.Posts.UpdateAsync(post with { Comments = new PostCommentSettings { Mode = CommentMode.Closed } }, blog.EditorActor);

        var revisions = (await blog.Posts.ListRevisionsAsync(post.BlogId, post.Id, blog.EditorActor)).Value;

        revisions.Select(r => (r.Markdown, r.Note)).Should().Equal(("Second.", "Better"), ("First.", null));
    }

    [Fact]
    public async Task A_restored_revision_is_a_new_one()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.DraftAsync("One", "First.");
        post = (await blog.Posts.UpdateAsync(post with { Title = "Two", Markdown = "Second." }, blog.EditorActor)).Value;
        var first = (await blog.Posts.ListRevisionsAsync(post.BlogId, post.Id, blog.EditorActor)).Value[^1];

        var restored = (await blog.Posts.RestoreRevisionAsync(post.BlogId, post.Id, first.Id, blog.EditorActor, post.Version)).Value;

        (restored.Title, restored.Markdown).Should().Be(("One", "First."));
        restored.Rendered.PlainText.Should().Contain("First.");
        (await blog.Posts.ListRevisionsAsync(post.BlogId, post.Id, blog.EditorActor)).Value.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_revision_of_another_post_is_not_restored()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.DraftAsync("One");
        var other = await blog.DraftAsync("Two");
        var revision = (await blog.Posts.ListRevisionsAsync(other.BlogId, other.Id, blog.EditorActor)).Value[0];

        (await blog.Posts.RestoreRevisionAsync(
            post.BlogId, post.Id, revision.Id, blog.EditorActor, post.Version)).ShouldFail(ErrorCodes.RevisionNotFound);
    }

    [Fact]
    public async Task Revisions_over_the_limit_are_dropped()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Posts.RevisionsKept = 2);
        var post = await blog.DraftAsync("One", "1");
        post = (await blog.Posts.UpdateAsync(post with { Markdown = "2" }, blog.EditorActor)).Value;
        post = (await blog.Posts.UpdateAsync(post with { Markdown = "3" }, blog.EditorActor)).Value;

        (await blog.Posts.ListRevisionsAsync(post.BlogId, post.Id, blog.EditorActor)).Value.Select(r => r.Markdown)
            .Should().Equal("3", "2");
    }

    [Fact]
    public async Task Authors_keep_their_order()
    {
        await using var blog = await TestBlog.StartAsync();
        var zoe = await blog.AuthorAsync("Zoe");
        var adam = await blog.AuthorAsync("Adam");

        var post = await blog.PublishAsync(with: p => p with { AuthorIds = [zoe.Id, blog.Editor.Id, adam.Id] });

        post.AuthorIds.Should().Equal(zoe.Id, blog.Editor.Id, adam.Id);
        (await blog.Authors.FindManyAsync(post.BlogId, post.AuthorIds)).Select(a => a.DisplayName)
            .Should().Equal("Zoe", "Edith Editor", "Adam");
    }

    [Fact]
    public async Task A_post_is_listed_under_each_of_its_authors()
    {
        await using var blog = await TestBlog.StartAsync();
        var zoe = await blog.AuthorAsync("Zoe");
        var post = await blog.PublishAsync(with: p => p with { AuthorIds = [blog.Editor.Id, zoe.Id] });

        (await blog.Posts.ListAsync(new PostListQuery(blog.Blog.Id) { Author = zoe.Slug })).Value.Items
            .Should().ContainSingle(p => p.Id == post.Id);
    }

    [Fact]
    public async Task An_author_may_not_give_a_post_away()
    {
        await using var blog = await TestBlog.StartAsync();
        var writer = Actor.Author(await blog.AuthorAsync("Willa"));
        var post = await blog.DraftAsync(actor: writer);

        (await blog.Posts.UpdateAsync(post with { AuthorIds = [blog.Editor.Id] }, writer)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task An_author_may_not_write_in_anothers_name()
    {
        await using var blog = await TestBlog.StartAsync();
        var writer = Actor.Author(await blog.AuthorAsync("Willa"));

        (await blog.Posts.CreateAsync(
            new NewPost(blog.Blog.Id, "T", "M") { AuthorIds = [blog.Editor.Id] }, writer)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task Tags_with_one_slug_are_one_tag()
    {
        await using var blog = await TestBlog.StartAsync();

        var post = await blog.DraftAsync(with: p => p with { Tags = ["Bees", "bees ", "", "Honey", "BEES"] });

        post.Tags.Select(t => t.Name).Should().Equal("Bees", "Honey");
    }

    [Fact]
    public async Task A_category_lists_the_posts_of_those_below_it()
    {
        await using var blog = await TestBlog.StartAsync();
        var nature = (await blog.Taxonomy.CreateCategoryAsync(new NewCategory(blog.Blog.Id, "Nature"), blog.EditorActor)).Value;
        var insects = (await blog.Taxonomy.CreateCategoryAsync(
            new NewCategory(blog.Blog.Id, "Insects") { ParentId = nature.Id }, blog.EditorActor)).Value;
        var bees = (await blog.Taxonomy.CreateCategoryAsync(
            new NewCategory(blog.Blog.Id, "Bees") { ParentId = insects.Id }, blog.EditorActor)).Value;
        var post = await blog.PublishAsync(with: p => p with { CategoryIds = [bees.Id, bees.Id] });
        await blog.PublishAsync("Elsewhere");

        var listed = (await blog.Posts.ListAsync(new PostListQuery(blog.Blog.Id) { Category = nature.Slug })).Value;

        listed.Items.Select(p => p.Id).Should().Equal(post.Id);
        post.CategoryIds.Should().Equal(bees.Id);
    }

    [Theory]
    [InlineData("category", ErrorCodes.CategoryNotFound)]
    [InlineData("series", ErrorCodes.SeriesNotFound)]
    [InlineData("author", ErrorCodes.AuthorNotFound)]
    public async Task A_filter_that_names_nothing_is_an_error(string filter, string code)
    {
        await using var blog = await TestBlog.StartAsync();
        var nothing = Slug.From("nothing");
        var query = new PostListQuery(blog.Blog.Id);

        var result = await blog.Posts.ListAsync(filter switch
        {
            "category" => query with { Category = nothing },
            "series" => query with { Series = nothing },
            _ => query with { Author = nothing },
        });

        result.ShouldFail(code);
    }

    [Fact]
    public async Task A_series_has_neighbours_in_its_own_order()
    {
        await using var blog = await TestBlog.StartAsync();
        var series = (await blog.Taxonomy.CreateSeriesAsync(new NewSeries(blog.Blog.Id, "A year of bees"), blog.EditorActor)).Value;
        var third = await blog.PublishAsync("Three", with: p => p with { SeriesId = series.Id, SeriesPosition = 3 });
        var first = await blog.PublishAsync("One", with: p => p with { SeriesId = series.Id, SeriesPosition = 1 });
        var second = await blog.PublishAsync("Two", with: p => p with { SeriesId = series.Id, SeriesPosition = 2 });
        await blog.DraftAsync("Hidden", with: p => p with { SeriesId = series.Id, SeriesPosition = 2 });

        var neighbours = await blog.Posts.ReadNeighboursAsync(second.BlogId, second.Id);

        (neighbours.Previous?.Id, neighbours.Next?.Id).Should().Be((first.Id, third.Id));
    }

    [Fact]
    public async Task A_page_stands_outside_the_stream_with_closed_comments()
    {
        await using var blog = await TestBlog.StartAsync();

        var page = await blog.PublishAsync("About", with: p => p with { Kind = PostKind.Page });

        (await blog.Posts.ListAsync(new PostListQuery(blog.Blog.Id))).Value.Items.Should().BeEmpty();
        (await blog.Posts.ListAsync(new PostListQuery(blog.Blog.Id) { Kind = PostKind.Page })).Value.Items.Should().ContainSingle();
        (await blog.SubmitAsync(page)).ShouldFail(ErrorCodes.CommentsClosed);
    }

    [Fact]
    public async Task Pages_do_not_stand_below_themselves()
    {
        await using var blog = await TestBlog.StartAsync();
        var top = await blog.DraftAsync("Top", with: p => p with { Kind = PostKind.Page });
        var middle = await blog.DraftAsync("Middle", with: p => p with { Kind = PostKind.Page, ParentId = top.Id });
        var low = await blog.DraftAsync("Low", with: p => p with { Kind = PostKind.Page, ParentId = middle.Id });

        (await blog.Posts.UpdateAsync(top with { ParentId = low.Id }, blog.EditorActor)).ShouldFail(ErrorCodes.Circular, "ParentId");
        (await blog.Posts.UpdateAsync(top with { ParentId = top.Id }, blog.EditorActor)).ShouldFail(ErrorCodes.Circular, "ParentId");
    }

    [Fact]
    public async Task Only_pages_have_parents_and_only_pages_are_parents()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.DraftAsync("Post");
        var page = await blog.DraftAsync("Page", with: p => p with { Kind = PostKind.Page });

        (await blog.Posts.UpdateAsync(post with { ParentId = page.Id }, blog.EditorActor)).ShouldFail(ErrorCodes.OutOfRange, "ParentId");
        (await blog.Posts.UpdateAsync(page with { ParentId = post.Id }, blog.EditorActor)).ShouldFail(ErrorCodes.PostNotFound, "ParentId");
    }

    [Theory]
    [InlineData(BlogRoles.Editor, true)]
    [InlineData(BlogRoles.Administrator, true)]
    [InlineData(BlogRoles.Author, false)]
    public async Task Raw_html_passes_for_trusted_authors_alone(BlogRoles role, bool passes)
    {
        await using var blog = await TestBlog.StartAsync();
        var writer = await blog.AuthorAsync("Willa", role);

        var post = await blog.DraftAsync(markdown: "<section>Hi</section>", actor: Actor.Author(writer));

        post.Rendered.Html.Contains("<section>", StringComparison.Ordinal).Should().Be(passes);
    }

    [Fact]
    public async Task One_untrusted_author_among_several_makes_raw_html_text()
    {
        await using var blog = await TestBlog.StartAsync();
        var writer = await blog.AuthorAsync("Willa");

        var post = await blog.DraftAsync(markdown: "<section>Hi</section>", with: p => p with { AuthorIds = [blog.Editor.Id, writer.Id] });

        post.Rendered.Html.Should().NotContain("<section>");
    }

    [Fact]
    public async Task A_password_opens_its_post_alone()
    {
        await using var blog = await TestBlog.StartAsync();

        var post = await blog.PublishAsync(with: p => p with { Visibility = PostVisibility.Password, Password = "honeycomb" });

        PostService.VerifyPassword(post, "honeycomb").Should().BeTrue();
        PostService.VerifyPassword(post, "Honeycomb").Should().BeFalse();
        PostService.VerifyPassword(post, "half a pair \uD800").Should().BeFalse();
        post.PasswordHash.Should().NotContain("honeycomb");
    }

    [Fact]
    public async Task A_protected_post_is_listed_without_its_text()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync(
            "Secret", "Of nectar.", p => p with { Visibility = PostVisibility.Password, Password = "honeycomb" });

        var listed = (await blog.Posts.ListAsync(new PostListQuery(blog.Blog.Id))).Value.Items.Single();

        (listed.Title, listed.ExcerptHtml, listed.ExcerptText).Should().Be(("Secret", "", ""));
        (await blog.Posts.FindManyReadableAsync(post.BlogId, [post.Id])).Should().BeEmpty();
        (await blog.Search.SearchAsync(new SearchRequest(blog.Blog.Id, "nectar"))).Value.Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Taking_a_password_away_makes_the_post_public()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync(with: p => p with { Visibility = PostVisibility.Password, Password = "honeycomb" });

        var open = (await blog.Posts.SetPasswordAsync(post.BlogId, post.Id, null, blog.EditorActor, post.Version)).Value;

        (open.Visibility, open.PasswordHash).Should().Be((PostVisibility.Public, null));
    }

    [Fact]
    public async Task Taking_no_password_away_leaves_an_unlisted_post_unlisted()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync(with: p => p with { Visibility = PostVisibility.Unlisted });

        (await blog.Posts.SetPasswordAsync(post.BlogId, post.Id, null, blog.EditorActor, post.Version)).Value.Visibility
            .Should().Be(PostVisibility.Unlisted);
    }

    [Fact]
    public async Task An_unlisted_post_is_found_by_its_address_alone()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync("Hidden", "Of nectar.", p => p with { Visibility = PostVisibility.Unlisted });

        (await blog.Posts.GetBySlugAsync(blog.Blog.Id, post.Slug, Actor.Anonymous)).Succeeded.Should().BeTrue();
        (await blog.Posts.ListAsync(new PostListQuery(blog.Blog.Id))).Value.Items.Should().BeEmpty();
        (await blog.Search.SearchAsync(new SearchRequest(blog.Blog.Id, "nectar"))).Value.Items.Should().BeEmpty();
    }

    [Fact]
    public async Task The_marker_ends_the_excerpt()
    {
        await using var blog = await TestBlog.StartAsync();

        var post = await blog.DraftAsync(markdown: "Before.\n\n<!--more-->\n\nAfter.");

        post.Rendered.ExcerptText.Should().Contain("Before.").And.NotContain("After.");
    }

    [Fact]
    public async Task Without_a_marker_the_excerpt_has_the_length_of_the_options()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Posts.ExcerptLength = 20);

        var post = await blog.DraftAsync(markdown: "One two three four five six seven eight nine.");

        post.Rendered.ExcerptText.Should().Be("One two three four…");
    }

    [Fact]
    public async Task An_excerpt_written_by_hand_is_the_one_that_is_listed()
    {
        await using var blog = await TestBlog.StartAsync();
        await blog.PublishAsync(markdown: "The text.", with: p => p with { Excerpt = "By hand & <safe>." });

        var listed = (await blog.Posts.ListAsync(new PostListQuery(blog.Blog.Id))).Value.Items.Single();

        (listed.ExcerptText, listed.ExcerptHtml).Should().Be(("By hand & <safe>.", "<p>By hand &amp; &lt;safe&gt;.</p>"));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(220, 1)]
    [InlineData(221, 2)]
    [InlineData(2200, 10)]
    public async Task Reading_takes_a_minute_for_220_words(int words, int minutes)
    {
        await using var blog = await TestBlog.StartAsync();

        var post = await blog.DraftAsync(markdown: string.Join(' ', Enumerable.Repeat("bee", words)));

        post.ReadingMinutes.Should().Be(minutes);
    }

    [Fact]
    public async Task A_list_is_paged_forwards_and_backwards()
    {
        await using var blog = await TestBlog.StartAsync();
        var posts = new List<PostId>();
        for (var i = 0; i < 5; i++)
        {
            blog.Clock.Advance(TimeSpan.FromMinutes(1));
            posts.Insert(0, (await blog.PublishAsync($"Post {i}")).Id);
        }

        var query = new PostListQuery(blog.Blog.Id) { Size = 2 };
        var first = (await blog.Posts.ListAsync(query)).Value;
        var second = (await blog.Posts.ListAsync(query with { Cursor = first.Next })).Value;
        var third = (await blog.Posts.ListAsync(query with { Cursor = second.Next })).Value;
        var back = (await blog.Posts.ListAsync(query with { Cursor = third.Previous })).Value;

        first.Items.Concat(second.Items).Concat(third.Items).Select(p => p.Id).Should().Equal(posts);
        (first.Previous, third.Next).Should().Be((null, null));
        back.Items.Select(p => p.Id).Should().Equal(second.Items.Select(p => p.Id));
    }

    [Fact]
    public async Task A_cursor_whose_rest_is_gone_gives_an_empty_page()
    {
        await using var blog = await TestBlog.StartAsync();
        var old = await blog.PublishAsync("Old");
        blog.Clock.Advance(TimeSpan.FromMinutes(1));
        await blog.PublishAsync("New");
        var first = (await blog.Posts.ListAsync(new PostListQuery(blog.Blog.Id) { Size = 1 })).Value;
        await blog.Posts.ArchiveAsync(old.BlogId, old.Id, blog.EditorActor, old.Version);

        var rest = await blog.Posts.ListAsync(new PostListQuery(blog.Blog.Id) { Size = 1, Cursor = first.Next });

        rest.Value.Items.Should().BeEmpty();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("p.f.zz.0")]
    [InlineData("")]
    public async Task A_bad_cursor_is_refused(string cursor)
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.Posts.ListAsync(new PostListQuery(blog.Blog.Id) { Cursor = cursor })).ShouldFail(ErrorCodes.InvalidCursor, "Cursor");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_bad_page_size_is_refused(int size)
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.Posts.ListAsync(new PostListQuery(blog.Blog.Id) { Size = size })).ShouldFail(ErrorCodes.OutOfRange, "Size");
    }

    [Fact]
    public async Task Authors_find_only_their_own_on_the_desk()
    {
        await using var blog = await TestBlog.StartAsync();
        var writer = Actor.Author(await blog.AuthorAsync("Willa"));
        await blog.DraftAsync("The editor's");
        var own = await blog.DraftAsync("Their own", actor: writer);

        (await blog.Posts.ListForDeskAsync(new DeskPostsQuery(blog.Blog.Id), writer)).Value.Items.Select(p => p.Id).Should().Equal(own.Id);
        (await blog.Posts.ListForDeskAsync(new DeskPostsQuery(blog.Blog.Id), blog.EditorActor)).Value.Items.Should().HaveCount(2);
    }

    public static TheoryData<string, string> Invalid() => new()
    {
        { nameof(Post.Title), ErrorCodes.Required },
        { "Title too long", ErrorCodes.TooLong },
        { "Title with a line", ErrorCodes.InvalidName },
        { nameof(Post.Markdown), ErrorCodes.InvalidText },
        { "Markdown half a pair", ErrorCodes.InvalidText },
        { nameof(Post.Excerpt), ErrorCodes.InvalidText },
        { nameof(Post.Tags), ErrorCodes.TooMany },
        { "Tags too long", ErrorCodes.TooLong },
        { nameof(Post.AuthorIds), ErrorCodes.AuthorNotFound },
        { "AuthorIds twice", ErrorCodes.OutOfRange },
        { "AuthorIds none", ErrorCodes.Required },
        { nameof(Post.CategoryIds), ErrorCodes.CategoryNotFound },
        { nameof(Post.SeriesId), ErrorCodes.SeriesNotFound },
        { nameof(Post.FooterBlockIds), ErrorCodes.FooterBlockNotFound },
        { "Seo.Title", ErrorCodes.TooLong },
        { "Seo.Description", ErrorCodes.InvalidText },
        { "Seo.CanonicalUrl", ErrorCodes.InvalidUrl },
        { "FeaturedImage.Url", ErrorCodes.InvalidUrl },
        { "FeaturedImage.Caption", ErrorCodes.InvalidText },
        { "Comments.CloseAfterDays", ErrorCodes.OutOfRange },
        { "Comments.CloseAfterCount", ErrorCodes.OutOfRange },
        { "Comments.Mode", ErrorCodes.OutOfRange },
        { nameof(Post.Visibility), ErrorCodes.OutOfRange },
        { nameof(Post.Slug), ErrorCodes.Required },
        { nameof(NewPost.Password), ErrorCodes.Required },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task Every_broken_rule_names_its_field_and_changes_nothing(string what, string code)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.DraftAsync();

        var result = await blog.Posts.UpdateAsync(Broken(post, what), blog.EditorActor);

        result.ShouldFail(code, what.Split(' ')[0]);
        (await blog.Posts.GetAsync(post.BlogId, post.Id, blog.EditorActor)).Value.Version.Should().Be(post.Version);
    }

    [Fact]
    public async Task All_broken_rules_are_told_at_once()
    {
        await using var blog = await TestBlog.StartAsync();

        var result = await blog.Posts.CreateAsync(
            new NewPost(blog.Blog.Id, "", "bad \0") { Comments = new PostCommentSettings { CloseAfterDays = -1 } }, blog.EditorActor);

        result.Errors.Select(e => e.Field).Should().Contain(["Title", "Markdown", "Comments.CloseAfterDays"]);
    }

    [Fact]
    public async Task A_post_for_a_blog_that_is_not_there_is_refused()
    {
        await using var blog = await TestBlog.StartAsync();

        var result = await blog.Posts.CreateAsync(
            new NewPost(new BlogId(Guid.NewGuid()), "T", "M") { AuthorIds = [blog.Editor.Id] }, Actor.System);

        result.Succeeded.Should().BeFalse();
    }

    private static Post Broken(Post post, string what) => what switch
    {
        "Title" => post with { Title = " \u200B" },
        "Title too long" => post with { Title = new string('x', 301) },
        "Title with a line" => post with { Title = "a\nb" },
        "Markdown" => post with { Markdown = "a\0b" },
        "Markdown half a pair" => post with { Markdown = "a\uD83D" },
        "Excerpt" => post with { Excerpt = "\0" },
        "Tags" => post with { Tags = [.. Enumerable.Range(0, 31).Select(i => Tag.From($"tag {i}"))] },
        "Tags too long" => post with { Tags = [Tag.From(new string('x', 101))] },
        "AuthorIds" => post with { AuthorIds = [new AuthorId(Guid.NewGuid())] },
        "AuthorIds twice" => post with { AuthorIds = [post.AuthorIds[0], post.AuthorIds[0]] },
        "AuthorIds none" => post with { AuthorIds = default },
        "CategoryIds" => post with { CategoryIds = [new CategoryId(Guid.NewGuid())] },
        "SeriesId" => post with { SeriesId = new SeriesId(Guid.NewGuid()) },
        "FooterBlockIds" => post with { FooterBlockIds = [new FooterBlockId(Guid.NewGuid())] },
        "Seo.Title" => post with { Seo = new SeoFields { Title = new string('x', 501) } },
        "Seo.Description" => post with { Seo = new SeoFields { Description = "\0" } },
        "Seo.CanonicalUrl" => post with { Seo = new SeoFields { CanonicalUrl = new Uri("ftp://example.org/") } },
        "FeaturedImage.Url" => post with { FeaturedImage = new FeaturedImage("javascript:alert(1)", "") },
        "FeaturedImage.Caption" => post with { FeaturedImage = new FeaturedImage("/a.png", "") { Caption = "\0" } },
        "Comments.CloseAfterDays" => post with { Comments = new PostCommentSettings { CloseAfterDays = -1 } },
        "Comments.CloseAfterCount" => post with { Comments = new PostCommentSettings { CloseAfterCount = -1 } },
        "Comments.Mode" => post with { Comments = new PostCommentSettings { Mode = (CommentMode)9 } },
        "Visibility" => post with { Visibility = (PostVisibility)9 },
        "Slug" => post with { Slug = default },
        _ => post with { Visibility = PostVisibility.Password },
    };
}
