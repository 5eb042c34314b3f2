using System.Globalization;
using BlogKit.Redirects;
using BlogKit.Storage;

namespace BlogKit.Interchange.Import;

public sealed class WordPressImportTests
{
    private const string Terms =
        """
        <wp:author><wp:author_id>3</wp:author_id><wp:author_login>mara</wp:author_login><wp:author_email>mara@old.example</wp:author_email><wp:author_display_name>Mara K.</wp:author_display_name></wp:author>
        <wp:category><wp:term_id>2</wp:term_id><wp:category_nicename>boats</wp:category_nicename><wp:category_parent>harbour</wp:category_parent><wp:cat_name>Boats</wp:cat_name></wp:category>
        <wp:category><wp:term_id>1</wp:term_id><wp:category_nicename>harbour</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>Harbour</wp:cat_name></wp:category>
        <wp:tag><wp:term_id>9</wp:term_id><wp:tag_slug>c</wp:tag_slug><wp:tag_name>C++</wp:tag_name></wp:tag>
        """;

    private const string InPost =
        """
        <category domain="category" nicename="boats">Boats</category>
        <category domain="post_tag" nicename="c">C++</category>
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_post_arrives_with_author_terms_dates_and_thread(bool isInMemory)
    {
        await using var blog = await ImportBlog.CreateAsync(isInMemory);

        var report = await blog.ImportAsync(Terms + WxrText.Post(InPost
            + WxrText.Comment(id: "8").Replace("<wp:comment_parent>0", "<wp:comment_parent>7", StringComparison.Ordinal)
            + WxrText.Comment()));

        var post = (await blog.FindPostAsync("high-water"))!;
        var author = (await blog.Get<IAuthorStore>().FindManyAsync(blog.Blog.Id, post.AuthorIds, default))[0];
        var categories = await blog.Get<ITaxonomyStore>().ListAllCategoriesAsync(blog.Blog.Id, default);
        (post.Title, post.Markdown, post.Format, post.Status).Should().Be(("High water", "One.\n\nTwo.", PostFormat.Markdown, PostStatus.Published));
        post.PublishedAt.Should().Be(new DateTimeOffset(2009, 5, 3, 8, 0, 0, TimeSpan.Zero));
        post.Tags.Should().Equal(new Tag("C++", Slug.Parse("c", CultureInfo.InvariantCulture)));
        author.DisplayName.Should().Be("Mara K.");
        categories.Single(c => c.Id == post.CategoryIds.Single()).ParentId
            .Should().Be(categories.Single(static c => c.Slug.Value is "harbour").Id);
        var root = (await blog.FindCommentAsync("7"))!;
        var reply = (await blog.FindCommentAsync("8"))!;
        (root.By.Name, root.Markdown, root.Status, root.CreatedAt).Should().Be(
            ("Jon", "Well said.", CommentStatus.Approved, new DateTimeOffset(2009, 5, 4, 8, 0, 0, TimeSpan.Zero)));
        (reply.ParentId, reply.RootId, reply.Depth).Should().Be((root.Id, root.Id, 1));
        report.Counts.Should().Be(new ImportCounts { Imported = 7 });
        report.MarkdownTexts.Should().Be(1);
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        await using var blog = await ImportBlog.CreateAsync();
        var export = Terms + WxrText.Post(InPost + WxrText.Comment());
        await blog.ImportAsync(export);
        var before = await blog.DumpAsync();

        var report = await blog.ImportAsync(export);

        report.Counts.Should().Be(new ImportCounts { Unchanged = 6 });
        (await blog.DumpAsync()).Where(static i => !i.StartsWith("Import ", StringComparison.Ordinal))
            .Should().Equal(before.Where(static i => !i.StartsWith("Import ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_changed_at_the_source_is_updated_and_what_was_edited_here_stays()
    {
        await using var blog = await ImportBlog.CreateAsync();
        await blog.ImportAsync(WxrText.Post(WxrText.Comment()) + WxrText.Post(id: "13").Replace("high-water", "low-water", StringComparison.Ordinal));
        var low = (await blog.FindPostAsync("low-water"))!;
        (await blog.Get<PostService>().UpdateAsync(low with { Markdown = "Mine." }, Actor.System)).Succeeded.Should().BeTrue();

        var report = await blog.ImportAsync(
            (WxrText.Post(WxrText.Comment()) + WxrText.Post(id: "13").Replace("high-water", "low-water", StringComparison.Ordinal))
                .Replace("Two.", "Three.", StringComparison.Ordinal)
                .Replace("Well said.", "Badly said.", StringComparison.Ordinal));

        (await blog.FindPostAsync("high-water"))!.Markdown.Should().Be("One.\n\nThree.");
        (await blog.FindCommentAsync("7"))!.Markdown.Should().Be("Badly said.");
        (await blog.FindPostAsync("low-water"))!.Markdown.Should().Be("Mine.");
        report.Counts.Should().Be(new ImportCounts { Updated = 2, Kept = 1 });
    }

    [Fact]
    public async Task What_was_edited_here_gives_way_when_it_is_told_to()
    {
        await using var blog = await ImportBlog.CreateAsync();
        await blog.ImportAsync(WxrText.Post());
        var post = (await blog.FindPostAsync("high-water"))!;
        await blog.Get<PostService>().UpdateAsync(post with { Markdown = "Mine." }, Actor.System);

        await blog.ImportAsync(
            WxrText.Post().Replace("Two.", "Three.", StringComparison.Ordinal), new ImportOptions { WhenEditedHere = EditedHere.Loses });

        (await blog.FindPostAsync("high-water"))!.Markdown.Should().Be("One.\n\nThree.");
        (await blog.Get<IPostStore>().ListRevisionsAsync(blog.Blog.Id, post.Id, 10, default))
            .Select(static r => r.Markdown).Should().Equal("One.\n\nThree.", "Mine.", "One.\n\nTwo.");
    }

    [Fact]
    public async Task What_was_deleted_here_does_not_come_back()
    {
        await using var blog = await ImportBlog.CreateAsync();
        var export = WxrText.Post(WxrText.Comment());
        await blog.ImportAsync(export);
        var post = (await blog.FindPostAsync("high-water"))!;
        await blog.Get<IPostStore>().DeleteAsync(blog.Blog.Id, post.Id, post.Version, default);

        var report = await blog.ImportAsync(export);

        (await blog.FindPostAsync("high-water")).Should().BeNull();
        blog.Line("post", "12").Reason.Should().Contain("deleted here");
        (report.Counts.Kept, report.Counts.Refused).Should().Be((1, 1));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_tells_what_the_import_tells()
    {
        await using var blog = await ImportBlog.CreateAsync();
        var export = Terms + WxrText.Post(InPost + WxrText.Comment()) + WxrText.Post(id: "13")
            + WxrText.Post(id: "14", type: "nav_menu_item") + WxrText.Post(id: "15", status: "trash");
        var before = await blog.DumpAsync();

        var dry = await blog.ImportAsync(export, new ImportOptions { IsDryRun = true });
        var lines = blog.Lines.ToList();

        dry.Number.Should().BeNull();
        (await blog.DumpAsync()).Should().Equal(before);
        var real = await blog.ImportAsync(export);
        real.Counts.Should().Be(dry.Counts);
        blog.Lines.Select(static l => (l.Kind, l.OriginalId, l.Outcome, l.Reason, l.Notes.Length))
            .Should().Equal(lines.Select(static l => (l.Kind, l.OriginalId, l.Outcome, l.Reason, l.Notes.Length)));
    }

    [Fact]
    public async Task Every_item_of_the_source_has_one_line()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            await using var blog = await ImportBlog.CreateAsync(isInMemory: true);
            var export = new RandomExport(seed);

            var report = await blog.ImportAsync(WxrText.Source(export.Xml));

            blog.Lines.Should().HaveCount(export.Items.Count, "of seed {0}", seed);
            var counts = report.Counts;
            (counts.Imported + counts.Updated + counts.Unchanged + counts.Kept + counts.Altered + counts.Refused)
                .Should().Be(export.Items.Count, "of seed {0}", seed);
        }
    }

    [Fact]
    public async Task Old_addresses_lead_to_what_was_imported()
    {
        await using var blog = await ImportBlog.CreateAsync();

        await blog.ImportAsync(Terms + WxrText.Post(InPost));

        var post = (await blog.FindPostAsync("high-water"))!;
        (await blog.LeadsToAsync("https://old.example/blog/2009/05/high-water/")).Should().Be(RedirectTarget.OfPost(post.Id));
        (await blog.LeadsToAsync("/blog/?p=12")).Should().Be(RedirectTarget.OfPost(post.Id));
        (await blog.LeadsToAsync("/blog/author/mara/")).Should().Be(RedirectTarget.OfAuthor(post.AuthorIds[0]));
        (await blog.LeadsToAsync("/blog/?cat=2")).Should().Be(RedirectTarget.OfCategory(post.CategoryIds[0]));
        (await blog.LeadsToAsync("/blog/tag/c/")).Should().Be(RedirectTarget.OfTag(Slug.Parse("c", CultureInfo.InvariantCulture)));
        (await blog.LeadsToAsync("/blog/feed/")).Should().Be(RedirectTarget.Feed);
    }

    [Fact]
    public async Task A_former_slug_leads_to_the_post()
    {
        await using var blog = await ImportBlog.CreateAsync();

        await blog.ImportAsync(WxrText.Post(
            "<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>tide</wp:meta_value></wp:postmeta>"));

        (await blog.LeadsToAsync("/blog/2009/05/tide/")).Should().Be(RedirectTarget.OfPost((await blog.FindPostAsync("high-water"))!.Id));
    }

    [Fact]
    public async Task A_page_stands_below_one_that_comes_later()
    {
        await using var blog = await ImportBlog.CreateAsync();
        var child = WxrText.Post(id: "20", type: "page").Replace("<wp:post_parent>0", "<wp:post_parent>21", StringComparison.Ordinal)
            .Replace("high-water", "child", StringComparison.Ordinal);
        var parent = WxrText.Post(id: "21", type: "page").Replace("high-water", "parent", StringComparison.Ordinal);

        var report = await blog.ImportAsync(child + parent);

        (await blog.FindPostAsync("child"))!.ParentId.Should().Be((await blog.FindPostAsync("parent"))!.Id);
        report.ByKind["page"].Should().Be(new ImportCounts { Imported = 2 });
    }

    [Fact]
    public async Task Pages_below_each_other_are_cut_off_and_told()
    {
        await using var blog = await ImportBlog.CreateAsync();
        var one = WxrText.Post(id: "20", type: "page").Replace("<wp:post_parent>0", "<wp:post_parent>21", StringComparison.Ordinal)
            .Replace("high-water", "one", StringComparison.Ordinal);
        var other = WxrText.Post(id: "21", type: "page").Replace("<wp:post_parent>0", "<wp:post_parent>20", StringComparison.Ordinal)
            .Replace("high-water", "other", StringComparison.Ordinal);

        var report = await blog.ImportAsync(one + other);

        report.ByKind["page"].Should().Be(new ImportCounts { Imported = 1, Altered = 1 });
        (await blog.FindPostAsync("one"))!.ParentId.Should().BeNull();
        (await blog.FindPostAsync("other"))!.ParentId.Should().Be((await blog.FindPostAsync("one"))!.Id);
    }

    [Fact]
    public async Task Categories_below_each_other_are_cut_off_and_told()
    {
        await using var blog = await ImportBlog.CreateAsync();

        var report = await blog.ImportAsync(
            """
            <wp:category><wp:category_nicename>a</wp:category_nicename><wp:category_parent>b</wp:category_parent><wp:cat_name>A</wp:cat_name></wp:category>
            <wp:category><wp:category_nicename>b</wp:category_nicename><wp:category_parent>a</wp:category_parent><wp:cat_name>B</wp:cat_name></wp:category>
            """);

        report.ByKind["category"].Should().Be(new ImportCounts { Imported = 1, Altered = 1 });
    }

    [Fact]
    public async Task An_identity_that_is_there_twice_is_refused_the_second_time()
    {
        await using var blog = await ImportBlog.CreateAsync();

        var report = await blog.ImportAsync(WxrText.Post(WxrText.Comment() + WxrText.Comment()) + WxrText.Post());

        (report.Counts.Imported, report.Counts.Refused).Should().Be((2, 2));
    }

    [Fact]
    public async Task A_password_is_hashed_and_opens_the_post()
    {
        await using var blog = await ImportBlog.CreateAsync();

        await blog.ImportAsync(WxrText.Post("<wp:post_password>barnacle</wp:post_password>"));

        var post = (await blog.FindPostAsync("high-water"))!;
        post.Visibility.Should().Be(PostVisibility.Password);
        PostService.VerifyPassword(post, "barnacle").Should().BeTrue();
        string.Join(' ', await blog.DumpAsync()).Should().NotContain("barnacle");
    }

    [Fact]
    public async Task A_text_that_Markdown_cannot_say_stays_HTML_without_its_scripts()
    {
        await using var blog = await ImportBlog.CreateAsync();

        var report = await blog.ImportAsync(WxrText.Post().Replace(
            "One.", "<table><tr><td colspan=\"2\">One</td></tr></table><script>alert(1)</script>", StringComparison.Ordinal));

        var post = (await blog.FindPostAsync("high-water"))!;
        post.Format.Should().Be(PostFormat.Html);
        post.Rendered.Html.Should().NotContain("script").And.Contain("colspan");
        report.HtmlTexts.Should().Be(1);
        blog.Line("post", "12").Notes.Should().ContainSingle(static n => n.Kind == SourceNoteKind.Cleaned);
    }

    [Fact]
    public async Task A_slug_that_is_taken_is_numbered_and_told()
    {
        await using var blog = await ImportBlog.CreateAsync();

        await blog.ImportAsync(WxrText.Post() + WxrText.Post(id: "13"));

        (await blog.FindPostAsync("high-water-2")).Should().NotBeNull();
        blog.Line("post", "13").Notes.Should().ContainSingle().Which.Kind.Should().Be(SourceNoteKind.Renamed);
    }

    [Fact]
    public async Task Comments_that_answer_each_other_in_a_circle_become_one_thread()
    {
        await using var blog = await ImportBlog.CreateAsync();

        var report = await blog.ImportAsync(WxrText.Post(
            WxrText.Comment(id: "7").Replace("<wp:comment_parent>0", "<wp:comment_parent>8", StringComparison.Ordinal)
            + WxrText.Comment(id: "8").Replace("<wp:comment_parent>0", "<wp:comment_parent>7", StringComparison.Ordinal)
            + WxrText.Comment(id: "9").Replace("<wp:comment_parent>0", "<wp:comment_parent>404", StringComparison.Ordinal)));

        report.ByKind["comment"].Should().Be(new ImportCounts { Imported = 1, Altered = 2 });
    }

    [Fact]
    public async Task Waiting_comments_are_bounded_and_the_source_is_read_again()
    {
        await using var blog = await ImportBlog.CreateAsync();
        var comments = string.Concat(Enumerable.Range(1, 60).Select(static i => WxrText.Comment(id: $"{i}")
            .Replace("<wp:comment_parent>0", i == 60 ? "<wp:comment_parent>0" : $"<wp:comment_parent>{i + 1}", StringComparison.Ordinal)));

        var report = await blog.ImportAsync(WxrText.Post(comments), new ImportOptions { MaximumWaiting = 7, BatchSize = 5 });

        report.ByKind["comment"].Should().Be(new ImportCounts { Imported = 60 });
        (await blog.FindCommentAsync("1"))!.Depth.Should().Be(59);
    }

    [Fact]
    public async Task Trash_is_dated_by_the_import_and_old_addresses_are_left_out()
    {
        await using var blog = await ImportBlog.CreateAsync();

        var report = await blog.ImportAsync(WxrText.Post(WxrText.Comment(approved: "trash")));

        var comment = (await blog.FindCommentAsync("7"))!;
        comment.StatusChangedAt.Should().BeCloseTo(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(5));
        comment.RemoteAddress.Should().BeNull();
        report.AddressesLeftOut.Should().Be(1);
    }

    [Fact]
    public async Task An_author_of_the_map_signs_what_the_source_says_of_them()
    {
        await using var blog = await ImportBlog.CreateAsync();
        var ada = await blog.Get<AuthorService>().CreateAsync(new NewAuthor(blog.Blog.Id, "Ada"), Actor.System);
        var map = new ImportMap
        {
            Authors = ImportMap.Empty.Authors.Add("mara", "author:ada"),
            Addresses = ImportMap.Empty.Addresses.Add("/blog/impressum/", "/imprint"),
        };

        await blog.ImportAsync(
            Terms + WxrText.Post(WxrText.Comment().Replace("_user_id>0", "_user_id>3", StringComparison.Ordinal)),
            new ImportOptions { Map = map });

        (await blog.FindPostAsync("high-water"))!.AuthorIds.Should().Equal(ada.Value.Id);
        (await blog.FindCommentAsync("7"))!.By.AuthorId.Should().Be(ada.Value.Id);
        (await blog.LeadsToAsync("/blog/impressum")).Should().Be(RedirectTarget.OfPath("/imprint"));
    }

    [Fact]
    public async Task An_undone_import_leaves_nothing_behind_and_can_be_made_again()
    {
        await using var blog = await ImportBlog.CreateAsync();
        var export = Terms + WxrText.Post(InPost
            + WxrText.Comment() + WxrText.Comment(id: "8").Replace("<wp:comment_parent>0", "<wp:comment_parent>7", StringComparison.Ordinal));
        var report = await blog.ImportAsync(export);

        var undone = await blog.Importer.UndoAsync(blog.Blog.Id, report.Number!.Value, Actor.System);

        undone.Value.Kept.Select(static k => k.Kind).Should().Equal("author");
        (await blog.FindPostAsync("high-water")).Should().BeNull();
        (await blog.LeadsToAsync("/blog/?p=12")).Should().BeNull();
        (await blog.ImportAsync(export)).Counts.Imported.Should().BeGreaterThan(3);
        (await blog.FindCommentAsync("8"))!.Depth.Should().Be(1);
    }

    [Fact]
    public async Task An_undone_import_leaves_what_was_edited_here_and_what_readers_wrote_under()
    {
        await using var blog = await ImportBlog.CreateAsync();
        var report = await blog.ImportAsync(
            WxrText.Post() + WxrText.Post(id: "13").Replace("high-water", "low-water", StringComparison.Ordinal));
        var low = (await blog.FindPostAsync("low-water"))!;
        await blog.Get<PostService>().UpdateAsync(low with { Markdown = "Mine." }, Actor.System);
        var high = (await blog.FindPostAsync("high-water"))!;
        var comment = await blog.Get<CommentService>().SubmitAsync(
            new NewComment(blog.Blog.Id, high.Id, "Still here") { Name = "Jo", Email = "jo@reader.example" },
            Actor.Guest("a secret of this browser"));
        comment.Succeeded.Should().BeTrue();

        var undone = await blog.Importer.UndoAsync(blog.Blog.Id, report.Number!.Value, Actor.System);

        undone.Value.Kept.Count(static k => k.Kind is "post").Should().Be(2);
        (await blog.FindPostAsync("high-water")).Should().NotBeNull();
    }

    [Fact]
    public async Task A_large_export_arrives_whole()
    {
        await using var blog = await ImportBlog.CreateAsync();
        var posts = string.Concat(Enumerable.Range(0, 40).Select(static p => WxrText.Post(
            string.Concat(Enumerable.Range(1, 100).Select(c => WxrText.Comment(id: $"{(p * 100) + c}").Replace(
                "<wp:comment_parent>0", $"<wp:comment_parent>{(c % 7 == 0 || c == 1 ? 0 : (p * 100) + (c / 2))}", StringComparison.Ordinal))),
            id: $"{p + 1}").Replace("high-water", $"water-{p}", StringComparison.Ordinal)));

        var report = await blog.ImportAsync(posts);

        report.ByKind["comment"].Should().Be(new ImportCounts { Imported = 4_000 });
        for (var p = 0; p < 40; p++)
        {
            var post = (await blog.FindPostAsync($"water-{p}"))!;
            (await blog.Get<ThreadService>().CountAsync(blog.Blog.Id, post.Id)).Approved.Should().Be(100);
        }
    }

    [Fact]
    public async Task Every_known_script_vector_stays_outside_of_posts_and_comments()
    {
        await using var blog = await ImportBlog.CreateAsync();
        string[] vectors =
        [
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>", "<svg onload=alert(1)>",
            "<iframe src=\"https://evil.example\"></iframe>", "<style>@import 'x'</style>", "<a href=\" &#106;avascript:alert(1)\">y</a>",
            "<math><mtext><img src onerror=alert(1)></mtext></math>", "<form action=\"https://evil.example\"><input></form>",
        ];
        var text = string.Join("\n\n", vectors);

        await blog.ImportAsync(WxrText.Post(WxrText.Comment().Replace("Well said.", text, StringComparison.Ordinal))
            .Replace("One.", text, StringComparison.Ordinal));

        var shown = (await blog.FindPostAsync("high-water"))!.Rendered.Html + (await blog.FindCommentAsync("7"))!.Html;
        shown.Should().NotContainAny("<script", "onerror", "href=\"javascript", "<svg", "<iframe", "<style", "<form", "<math");
    }

    [Fact]
    public async Task Only_administrators_import()
    {
        await using var blog = await ImportBlog.CreateAsync();

        var report = await blog.Importer.ImportAsync(
            blog.Blog.Id, WxrText.Source(WxrText.Export("")), null, Actor.User("u", "U", roles: BlogRoles.Editor));

        report.Error!.Code.Should().Be(ErrorCodes.NotAllowed);
    }
}
