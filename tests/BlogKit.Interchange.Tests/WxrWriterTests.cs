using System.Text;
using BlogKit.Specification;
using BlogKit.Storage;

namespace BlogKit.Interchange;

public sealed class WxrWriterTests
{
    [Fact]
    public async Task A_blog_without_anything_is_an_export_without_items()
    {
        await using var blog = await ExportBlog.StartAsync();

        var export = await blog.ExportAsync();

        export.Items.Should().ContainSingle().Which.Should().BeOfType<ImportedAuthor>().Which.DisplayName.Should().Be("Mara");
        export.Report.Counts.Sum(static count => count.Written).Should().Be(2);
        export.Report.Notes.Should().BeEmpty();
    }

    [Fact]
    public async Task The_site_is_told_as_it_is()
    {
        await using var blog = await ExportBlog.StartAsync(static blog => blog with { Name = "Bees & <b>us</b>", Language = "de-AT" });

        var export = await blog.ExportAsync();

        var site = await WxrText.Source(export.File).ReadSiteAsync(CancellationToken.None);
        site.Language.Should().Be("de-AT");
        site.Address.Should().Be(new Uri("https://hive.example"));
        site.Description.Should().Be("On bees and patience.");
    }

    [Theory]
    [InlineData(BlogRoles.Author | BlogRoles.Moderator, false)]
    [InlineData(BlogRoles.Editor, true)]
    [InlineData(BlogRoles.Administrator, true)]
    public async Task Editors_and_administrators_alone_may_export(BlogRoles roles, bool may)
    {
        await using var blog = await ExportBlog.StartAsync();

        var result = await blog.WriteAsync(new MemoryStream(), actor: Actor.User("u", "Ute", roles: roles));

        result.Succeeded.Should().Be(may);
        (result.Error?.Code).Should().Be(may ? null : ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task An_editor_of_another_blog_may_not()
    {
        await using var blog = await ExportBlog.StartAsync();
        var stranger = Actor.Author(blog.Data.Author(new BlogId(blog.Data.NextId())) with { Roles = BlogRoles.Administrator });

        (await blog.WriteAsync(new MemoryStream(), actor: stranger)).Error!.Code.Should().Be(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task A_blog_that_is_not_there_is_not_found()
    {
        await using var blog = await ExportBlog.StartAsync();

        var result = await blog.WriteAsync(new MemoryStream(), blogId: new BlogId(blog.Data.NextId()));

        result.Error!.Code.Should().Be(ErrorCodes.BlogNotFound);
    }

    [Fact]
    public async Task A_blog_without_an_address_needs_one()
    {
        await using var blog = await ExportBlog.StartAsync(static blog => blog with { BaseUrl = null });

        (await blog.WriteAsync(new MemoryStream())).Error!.Code.Should().Be(ErrorCodes.Required);
        (await blog.WriteAsync(new MemoryStream(), new WxrWriterOptions { BaseUrl = new Uri("https://x.example") })).Succeeded.Should().BeTrue();
    }

    [Theory]
    [InlineData(PostStatus.Draft, PostVisibility.Public, ImportedPostStatus.Draft, null)]
    [InlineData(PostStatus.Draft, PostVisibility.Unlisted, ImportedPostStatus.Private, "visibility")]
    [InlineData(PostStatus.PendingReview, PostVisibility.Public, ImportedPostStatus.PendingReview, null)]
    [InlineData(PostStatus.Published, PostVisibility.Public, ImportedPostStatus.Published, null)]
    [InlineData(PostStatus.Published, PostVisibility.Unlisted, ImportedPostStatus.Private, "visibility")]
    [InlineData(PostStatus.Published, PostVisibility.Password, ImportedPostStatus.Private, "visibility")]
    [InlineData(PostStatus.Private, PostVisibility.Public, ImportedPostStatus.Private, null)]
    [InlineData(PostStatus.Archived, PostVisibility.Public, ImportedPostStatus.Private, "status")]
    public async Task A_post_is_never_more_visible_there(PostStatus status, PostVisibility visibility, ImportedPostStatus there, string? noted)
    {
        await using var blog = await ExportBlog.StartAsync();
        await blog.AddAsync(with: post => post with
        {
            Status = status,
            Visibility = visibility,
            PasswordHash = visibility is PostVisibility.Password ? "hash" : null,
        });

        var export = await blog.ExportAsync();

        export.Post.Status.Should().Be(there);
        export.Post.Password.Should().BeNull();
        export.NotesOf(WxrItemKind.Post).Should().Equal(noted is null ? [] : [noted]);
    }

    [Theory]
    [InlineData(-1, ImportedPostStatus.Published)]
    [InlineData(1, ImportedPostStatus.Scheduled)]
    public async Task A_scheduled_post_is_published_from_its_time_on(int hours, ImportedPostStatus there)
    {
        await using var blog = await ExportBlog.StartAsync();
        await blog.AddAsync(with: post => post with { Status = PostStatus.Scheduled, PublishedAt = SampleData.Now.AddHours(hours) });

        var export = await blog.ExportAsync();

        export.Post.Status.Should().Be(there);
        export.Post.PublishedAt.Should().Be(SampleData.Now.AddHours(hours));
    }

    [Fact]
    public async Task A_draft_without_a_time_has_none_there()
    {
        await using var blog = await ExportBlog.StartAsync();
        await blog.AddAsync(with: static post => post with { Status = PostStatus.Draft, PublishedAt = null });

        (await blog.ExportAsync()).Post.PublishedAt.Should().BeNull();
    }

    [Fact]
    public async Task Dates_are_those_of_the_blog_in_summer_and_in_winter()
    {
        await using var blog = await ExportBlog.StartAsync();
        await blog.AddAsync("Summer", with: static post => post with { PublishedAt = new DateTimeOffset(2025, 7, 1, 22, 30, 0, TimeSpan.Zero) });

        var item = (await blog.ExportAsync()).Document.Descendants("item").Single();

        item.Element(WxrChecker.Wp + "post_date")!.Value.Should().Be("2025-07-02 00:30:00");
        item.Element(WxrChecker.Wp + "post_date_gmt")!.Value.Should().Be("2025-07-01 22:30:00");
    }

    [Fact]
    public async Task Sections_end_where_their_texts_end()
    {
        const string Text = "a ]]> b ]]]]>> c";
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync(Text, "`" + Text + "`");
        await blog.StoreAsync(blog.Said(post, "x", with: static comment => comment with { Html = "<p>]]&gt; ]]></p>" }));

        var export = await blog.ExportAsync();

        export.Post.Title.Should().Be(Text);
        Shown.Text(export.Post.Body.Text).Should().Be(Text);
        Shown.Text(export.Comments[0].Body.Text).Should().Be("]]> ]]>");
    }

    [Fact]
    public async Task Characters_that_XML_forbids_are_left_out_and_told()
    {
        await using var blog = await ExportBlog.StartAsync();
        await blog.AddAsync("Bell\u0007s \uFFFE \U0001F30A", "One.");

        var export = await blog.ExportAsync();

        export.Post.Title.Should().Be("Bells  \U0001F30A");
        export.Report.Of(WxrItemKind.Post).Should().Be(new WxrWriterCount(WxrItemKind.Post, 1, 1, 0));
        export.Report.Notes.Should().ContainSingle().Which.Detail.Should().StartWith("2 characters");
    }

    [Fact]
    public async Task Signs_of_markup_in_names_are_text()
    {
        await using var blog = await ExportBlog.StartAsync();
        var category = await blog.AddAsync(blog.Data.Category(blog.Blog.Id, "Boats & <nets>"));
        await blog.AddAsync("1 < 2 &amp; <b>", with: post => post with { CategoryIds = [category.Id], Tags = [Tag.From("R&D <3")] });

        var export = await blog.ExportAsync();

        export.Post.Title.Should().Be("1 < 2 &amp; <b>");
        export.Post.Categories.Single().Name.Should().Be("Boats & <nets>");
        export.Post.Tags.Single().Name.Should().Be("R&D <3");
        export.Items.OfType<ImportedCategory>().Single().Name.Should().Be("Boats & <nets>");
    }

    [Fact]
    public async Task Line_breaks_of_the_source_do_not_show_and_those_of_code_stay()
    {
        await using var blog = await ExportBlog.StartAsync();
        await blog.AddAsync(markdown: "One\ntwo *three*\n*four*.\n\n```\na\n\n  b\n```\n\n- x\n  y\n- z");

        var export = await blog.ExportAsync();

        var content = export.Document.Descendants(WxrChecker.Content + "encoded").Single().Value;
        content.Should().Contain("<p>One two <em>three</em> <em>four</em>.</p>").And.Contain("a\n\n  b").And.Contain("<li>x y</li>");
        export.Post.Body.Text.Should().NotContain("<br");
    }

    [Fact]
    public async Task Words_in_brackets_are_no_commands()
    {
        await using var blog = await ExportBlog.StartAsync();
        await blog.AddAsync(markdown: "Write `[gallery ids=\"1\"]` or [caption]x[/caption].");

        var export = await blog.ExportAsync();

        Shown.Text(export.Post.Body.Text).Should().Be("Write [gallery ids=\"1\"] or [caption]x[/caption].");
        export.Post.Notes.Should().BeEmpty();
    }

    [Theory]
    [InlineData("First.\n\n## Head\n\nSecond[^1].\n\n<!--more-->\n\nRest.\n\n[^1]: A note.")]
    [InlineData("First.\n\n## Head\n\nSecond.\n\n<!-- MORE: go on -->\n\nRest.")]
    public async Task The_beginning_ends_where_its_marker_was(string markdown)
    {
        await using var blog = await ExportBlog.StartAsync();
        await blog.AddAsync(markdown: markdown);

        var export = await blog.ExportAsync();

        var parts = export.Document.Descendants(WxrChecker.Content + "encoded").Single().Value.Split("<!--more-->");
        parts.Should().HaveCount(2);
        parts[0].Should().Contain("Second");
        parts[1].Should().StartWith("\n<p>Rest.");
        export.NotesOf(WxrItemKind.Post).Should().BeEmpty();
    }

    [Fact]
    public async Task A_text_without_a_marker_gets_none()
    {
        await using var blog = await ExportBlog.StartAsync();
        await blog.AddAsync(markdown: "First.\n\nSecond.");

        (await blog.ExportAsync()).Text.Should().NotContain("<!--more");
    }

    [Fact]
    public async Task Addresses_without_a_host_get_that_of_the_blog()
    {
        await using var blog = await ExportBlog.StartAsync();
        await blog.AddAsync(markdown: "![A boat](/media/boat.jpg) and [more](/x?a=1&b=2) and [there](https://y.example/z).");

        var body = (await blog.ExportAsync()).Post.Body.Text;

        body.Should().Contain("src=\"https://hive.example/media/boat.jpg\"")
            .And.Contain("href=\"https://hive.example/x?a=1&amp;b=2\"")
            .And.Contain("href=\"https://y.example/z\"");
    }

    [Fact]
    public async Task A_post_is_at_the_address_that_the_application_says()
    {
        await using var blog = await ExportBlog.StartAsync();
        await blog.AddAsync("Öl & Meer");

        (await blog.ExportAsync()).Post.Address.Should().StartWith("https://hive.example/");
        (await blog.ExportAsync(new WxrWriterOptions { PostAddress = static post => new Uri("https://x.example/p/" + post.Slug.Value) }))
            .Post.Address.Should().StartWith("https://x.example/p/");
    }

    [Fact]
    public async Task Former_slugs_lead_on()
    {
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync("First");
        await blog.Posts.SaveAsync(new PostSave(post with { Slug = Slug.From("海の日") }, null), CancellationToken.None);

        var export = await blog.ExportAsync();

        export.Post.Slug.Should().Be("海の日");
        export.Post.FormerSlugs.Should().Equal("first");
        export.Text.Should().Contain("%e6%b5%b7");
    }

    [Fact]
    public async Task A_store_that_cannot_be_copied_gives_all_but_former_slugs()
    {
        await using var blog = await ExportBlog.StartAsync();
        blog.Copies = static _ => new NoCopies();
        for (var count = 0; count < 250; count++)
        {
            await blog.AddAsync($"Post {count}");
        }

        var export = await blog.ExportAsync();

        export.Items.OfType<ImportedPost>().Select(static post => post.Title).Should().Equal(Enumerable.Range(0, 250).Select(static count => $"Post {count}"));
        export.NotesOf(WxrItemKind.Blog).Should().Equal("former slugs");
    }

    [Fact]
    public async Task A_picture_that_represents_posts_is_one_item()
    {
        var image = new FeaturedImage("/media/boat.jpg", "A \"boat\"") { Caption = "At <sea>" };
        await using var blog = await ExportBlog.StartAsync();
        await blog.AddAsync("One", with: post => post with { FeaturedImage = image });
        await blog.AddAsync("Two", with: post => post with { FeaturedImage = image });

        var export = await blog.ExportAsync();

        var media = export.Items.OfType<ImportedMedia>().Single();
        media.Address.Should().Be("https://hive.example/media/boat.jpg");
        media.AlternativeText.Should().Be("A \"boat\"");
        media.Caption.Should().Contain("At <sea>");
        export.Items.OfType<ImportedPost>().Select(static post => post.FeaturedMediaId).Should().Equal(media.OriginalId, media.OriginalId);
    }

    [Fact]
    public async Task Several_authors_and_a_series_are_for_plugins_and_told()
    {
        await using var blog = await ExportBlog.StartAsync();
        var second = await blog.AddAsync(blog.Data.Author(blog.Blog.Id, "Jon"));
        var series = await blog.AddAsync(blog.Data.Series(blog.Blog.Id, "Winter"));
        await blog.AddAsync(with: post => post with { AuthorIds = [second.Id, blog.Author.Id], SeriesId = series.Id, SeriesPosition = 2 });

        var export = await blog.ExportAsync();

        export.Post.Authors.Select(static author => author.Name).Should().Equal("Jon", "Mara");
        export.Post.Extras["series"].Should().Be("Winter");
        export.NotesOf(WxrItemKind.Post).Should().BeEquivalentTo("series", "authors");
    }

    [Fact]
    public async Task An_author_whose_slug_is_no_login_gets_another_and_keeps_the_posts()
    {
        await using var blog = await ExportBlog.StartAsync();
        var author = await blog.AddAsync(blog.Data.Author(blog.Blog.Id, "海") with { Slug = Slug.From("海") });
        await blog.AddAsync(with: post => post with { AuthorIds = [author.Id] });

        var export = await blog.ExportAsync();

        export.Post.Authors.Single().Name.Should().Be("海");
        export.NotesOf(WxrItemKind.Author).Should().Equal("slug");
    }

    [Fact]
    public async Task Words_for_search_engines_are_those_of_Yoast()
    {
        await using var blog = await ExportBlog.StartAsync();
        await blog.AddAsync(with: static post => post with
        {
            Seo = new SeoFields { Title = "T", Description = "D", CanonicalUrl = new Uri("https://a.example/x"), NoIndex = true },
        });

        (await blog.ExportAsync()).Post.Seo.Should().Be(new ImportedSeo("T", "D", "https://a.example/x", true));
    }

    [Fact]
    public async Task A_field_whose_name_means_something_to_WordPress_is_left_out()
    {
        await using var blog = await ExportBlog.StartAsync();
        await blog.AddAsync(with: static post => post with { Fields = [new PostField("mood", "calm"), new PostField("_thumbnail_id", "7")] });

        var export = await blog.ExportAsync();

        export.Post.Fields.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create("mood", "calm"));
        export.Post.FeaturedMediaId.Should().BeNull();
        export.NotesOf(WxrItemKind.Post).Should().Equal("fields");
    }

    [Theory]
    [InlineData("O:8:\"Öl\":0:{}", "s:14:\"O:8:\"Öl\":0:{}\";")]
    [InlineData(" a:0:{}", "s:7:\" a:0:{}\";")]
    [InlineData("N;", "s:2:\"N;\";")]
    [InlineData("a: b", "a: b")]
    [InlineData("x:1;", "x:1;")]
    [InlineData("12:30", "12:30")]
    public async Task A_field_makes_no_objects_in_WordPress(string value, string written)
    {
        await using var blog = await ExportBlog.StartAsync();
        await blog.AddAsync(with: post => post with { Fields = [new PostField("mood", value)] });

        var export = await blog.ExportAsync();

        export.Document.Descendants(WxrChecker.Wp + "meta_value").Single().Value.Should().Be(written);
        export.NotesOf(WxrItemKind.Post).Should().Equal(value == written ? [] : ["fields"]);
    }

    [Fact]
    public async Task Pages_name_the_page_above_also_one_that_came_later()
    {
        await using var blog = await ExportBlog.StartAsync();
        var top = await blog.AddAsync("Top", with: static post => post with { Kind = PostKind.Page });
        await blog.AddAsync("Below", with: post => post with { Kind = PostKind.Page, ParentId = top.Id, CreatedAt = post.CreatedAt.AddDays(-1) });

        var pages = (await blog.ExportAsync()).Items.OfType<ImportedPost>().ToDictionary(static page => page.Title, StringComparer.Ordinal);

        pages["Below"].OriginalId.Should().Be("1");
        pages["Below"].ParentId.Should().Be(pages["Top"].OriginalId);
    }

    [Fact]
    public async Task The_same_blog_gives_the_same_bytes()
    {
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync(with: static post => post with { Tags = [Tag.From("B"), Tag.From("A")] });
        await blog.StoreAsync(blog.Said(post));

        (await blog.ExportAsync()).File.Should().Equal((await blog.ExportAsync()).File);
    }

    [Fact]
    public async Task Every_thread_says_the_identity_of_its_post()
    {
        await using var blog = await ExportBlog.StartAsync();
        var post = await blog.AddAsync();

        (await blog.ExportAsync()).Document.Descendants("{http://www.disqus.com/}thread_identifier").Single().Value.Should().Be(post.Id.ToString());
    }

    [Fact]
    public async Task Notes_behind_the_most_are_counted_and_told()
    {
        var told = new List<WxrWriterNote>();
        await using var blog = await ExportBlog.StartAsync();
        for (var count = 0; count < 3; count++)
        {
            await blog.AddAsync($"Post {count}", with: static post => post with { Status = PostStatus.Archived });
        }

        var report = (await blog.ExportAsync(new WxrWriterOptions { MaximumNotes = 1, Noted = told.Add })).Report;

        report.Notes.Should().ContainSingle();
        report.FurtherNotes.Should().Be(2);
        told.Should().HaveCount(3);
        report.Of(WxrItemKind.Post).Altered.Should().Be(3);
    }

    [Fact]
    public async Task An_export_that_is_cancelled_ends_with_it()
    {
        await using var blog = await ExportBlog.StartAsync();
        await blog.AddAsync();
        using var cancelled = new CancellationTokenSource();
        var options = new WxrWriterOptions
        {
            PostAddress = post =>
            {
                cancelled.Cancel();
                return new Uri("https://hive.example/x");
            },
        };

        var write = async () => await blog.WriteAsync(new MemoryStream(), options, cancellationToken: cancelled.Token);

        await write.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task The_stream_stays_open()
    {
        await using var blog = await ExportBlog.StartAsync();
        using var stream = new MemoryStream();

        await blog.WriteAsync(stream);

        stream.CanWrite.Should().BeTrue();
        Encoding.UTF8.GetString(stream.ToArray()).Should().EndWith("</rss>");
    }

    private sealed class NoCopies : ITransferStore
    {
        public Task<ITransferReading?> OpenAsync(BlogId blogId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<System.Collections.Immutable.ImmutableArray<TransferResult>> WriteAsync(
            BlogId blogId, IReadOnlyList<TransferItem> items, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
