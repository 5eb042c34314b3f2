namespace BlogKit.Interchange;

public sealed class WxrReadingTests
{
    [Fact]
    public async Task The_site_says_its_name_address_and_language()
    {
        var site = await WxrText.Source(WxrText.Export("")).ReadSiteAsync(CancellationToken.None);

        site.Should().BeEquivalentTo(new ImportedSite
        {
            Source = "old.example/blog",
            Name = "Notes from the harbour",
            Description = "Boats & tides",
            Address = new Uri("https://old.example/blog"),
            Language = "de-DE",
        }, static options => options.Excluding(static s => s.OldAddresses).Excluding(static s => s.FeedAddresses));
    }

    [Theory]
    [InlineData("http://wordpress.org/export/1.0/")]
    [InlineData("https://wordpress.org/export/1.1/")]
    [InlineData("https://wordpress.org/export/1.2/")]
    public async Task Every_version_of_the_namespaces_is_read(string space)
    {
        var names = WxrText.Namespaces.Replace("http://wordpress.org/export/1.2/", space, StringComparison.Ordinal);

        var items = await WxrText.ReadAsync(WxrText.Source(WxrText.Export(WxrText.Post(WxrText.Comment()), names)));

        items.Select(static item => item.GetType().Name).Should().Equal(nameof(ImportedPost), nameof(ImportedComment));
    }

    [Fact]
    public async Task A_post_has_what_its_author_gave_it()
    {
        var post = await WxrText.ReadOneAsync<ImportedPost>(
            """
            <wp:author><wp:author_id>3</wp:author_id><wp:author_login>mara</wp:author_login><wp:author_display_name>Mara Lind</wp:author_display_name></wp:author>
            """
            + WxrText.Post(
                """
                <category domain="category" nicename="tides"><![CDATA[Tides & moons]]></category>
                <category domain="post_tag" nicename="%e6%b5%b7"><![CDATA[海]]></category>
                <wp:is_sticky>1</wp:is_sticky>
                <wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>old-slug</wp:meta_value></wp:postmeta>
                <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>99</wp:meta_value></wp:postmeta>
                <wp:postmeta><wp:meta_key>_yoast_wpseo_metadesc</wp:meta_key><wp:meta_value>About tides.</wp:meta_value></wp:postmeta>
                <wp:postmeta><wp:meta_key>mood</wp:meta_key><wp:meta_value>calm</wp:meta_value></wp:postmeta>
                <wp:postmeta><wp:meta_key>_plugin</wp:meta_key><wp:meta_value>kept</wp:meta_value></wp:postmeta>
                """));

        post.Should().BeEquivalentTo(new
        {
            OriginalId = "12",
            Kind = PostKind.Post,
            Status = ImportedPostStatus.Published,
            Title = "High water",
            Body = new ImportedBody("<p>One.</p>\n<p>Two.</p>", ImportedFormat.Html),
            Slug = "high-water",
            FormerSlugs = new[] { "old-slug" },
            Address = "https://old.example/blog/2009/05/high-water/",
            OldAddresses = new[] { "/blog/?p=12" },
            FeedId = "https://old.example/?p=12",
            PublishedAt = new DateTimeOffset(2009, 5, 3, 8, 0, 0, TimeSpan.Zero),
            Authors = new[] { new ImportedTerm("mara", "Mara Lind") },
            Categories = new[] { new ImportedTerm("tides", "Tides & moons") },
            Tags = new[] { new ImportedTerm("%e6%b5%b7", "海") },
            AcceptsComments = true,
            IsPinned = true,
            FeaturedMediaId = "99",
            Seo = new ImportedSeo(null, "About tides.", null, false),
            Fields = new Dictionary<string, string> { ["mood"] = "calm" },
            Extras = new Dictionary<string, string> { ["_plugin"] = "kept" },
            Notes = Array.Empty<SourceNote>(),
        });
    }

    [Theory]
    [InlineData("publish", ImportedPostStatus.Published)]
    [InlineData("future", ImportedPostStatus.Scheduled)]
    [InlineData("draft", ImportedPostStatus.Draft)]
    [InlineData("pending", ImportedPostStatus.PendingReview)]
    [InlineData("private", ImportedPostStatus.Private)]
    [InlineData("trash", ImportedPostStatus.Trashed)]
    public async Task Every_status_of_WordPress_is_known(string status, ImportedPostStatus known) =>
        (await WxrText.ReadOneAsync<ImportedPost>(WxrText.Post(status: status))).Status.Should().Be(known);

    [Fact]
    public async Task A_status_that_is_not_known_refuses_the_post() =>
        (await WxrText.ReadOneAsync<UnusableItem>(WxrText.Post(status: "members-only"))).Reason.Should().Contain("'members-only'");

    [Fact]
    public async Task A_password_makes_a_post_one_with_a_password()
    {
        var post = await WxrText.ReadOneAsync<ImportedPost>(WxrText.Post("<wp:post_password>tide</wp:post_password>"));

        (post.Visibility, post.Password).Should().Be((PostVisibility.Password, "tide"));
    }

    [Fact]
    public async Task Co_authors_are_the_authors()
    {
        var post = await WxrText.ReadOneAsync<ImportedPost>(WxrText.Post(
            """
            <category domain="author" nicename="cap-mara"><![CDATA[Mara]]></category>
            <category domain="author" nicename="cap-jon"><![CDATA[Jon]]></category>
            """));

        post.Authors.Should().Equal(new ImportedTerm("mara", "Mara"), new ImportedTerm("jon", "Jon"));
    }

    [Fact]
    public async Task A_draft_without_a_date_in_UTC_has_none()
    {
        var xml = WxrText.Post(status: "draft").Replace("2009-05-03 08:00:00", "0000-00-00 00:00:00", StringComparison.Ordinal);

        var post = await WxrText.ReadOneAsync<ImportedPost>(xml);

        (post.PublishedAt, post.Notes.Length).Should().Be(((DateTimeOffset?)null, 0));
    }

    [Fact]
    public async Task A_date_without_its_zone_has_that_of_the_dates_before_it_and_is_noted()
    {
        var second = WxrText.Post(id: "13").Replace("2009-05-03 08:00:00", "0000-00-00 00:00:00", StringComparison.Ordinal);

        var items = await WxrText.ReadAsync(WxrText.Source(WxrText.Export(WxrText.Post() + second)));

        var post = items.OfType<ImportedPost>().Last();
        post.PublishedAt.Should().Be(new DateTimeOffset(2009, 5, 3, 8, 0, 0, TimeSpan.Zero));
        post.Notes.Should().ContainSingle(note => note.Kind == SourceNoteKind.Date && note.Detail.Contains("UTC+02:00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_attachment_is_a_file_with_its_descriptions()
    {
        var media = await WxrText.ReadOneAsync<ImportedMedia>(WxrText.Post(
            """
            <wp:attachment_url>https://old.example/uploads/boat.jpg</wp:attachment_url>
            <excerpt:encoded><![CDATA[The boat]]></excerpt:encoded>
            <wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>A red boat</wp:meta_value></wp:postmeta>
            """,
            type: "attachment",
            status: "inherit"));

        media.Should().BeEquivalentTo(new
        {
            Address = "https://old.example/uploads/boat.jpg",
            Title = "High water",
            AlternativeText = "A red boat",
            Caption = "The boat",
            OldAddresses = new[] { "https://old.example/blog/2009/05/high-water/", "/blog/?attachment_id=12" },
        });
    }

    [Theory]
    [InlineData("nav_menu_item", "a part of WordPress's own site")]
    [InlineData("shop_order", "a type of a plugin")]
    public async Task Other_types_of_posts_are_told_as_unusable(string type, string reason)
    {
        var item = await WxrText.ReadOneAsync<UnusableItem>(WxrText.Post(type: type));

        (item.Kind, item.OriginalId).Should().Be((type, "12"));
        item.Reason.Should().Contain(reason);
    }

    [Fact]
    public async Task A_type_that_is_named_is_a_post()
    {
        var options = new WxrOptions { PostTypes = { ["recipe"] = PostKind.Page } };

        (await WxrText.ReadOneAsync<ImportedPost>(WxrText.Post(type: "recipe"), options)).Kind.Should().Be(PostKind.Page);
    }

    [Theory]
    [InlineData("1", CommentStatus.Approved)]
    [InlineData("0", CommentStatus.Pending)]
    [InlineData("spam", CommentStatus.Spam)]
    [InlineData("trash", CommentStatus.Trashed)]
    [InlineData("post-trashed", CommentStatus.Trashed)]
    public async Task Every_status_of_comments_is_known(string approved, CommentStatus status) =>
        (await WxrText.ReadOneAsync<ImportedComment>(WxrText.Post(WxrText.Comment(approved: approved)))).Status.Should().Be(status);

    [Theory]
    [InlineData("", CommentKind.Comment)]
    [InlineData("pingback", CommentKind.Pingback)]
    [InlineData("trackback", CommentKind.Trackback)]
    public async Task Every_type_of_comments_is_known(string type, CommentKind kind) =>
        (await WxrText.ReadOneAsync<ImportedComment>(WxrText.Post(WxrText.Comment(type: type)))).Kind.Should().Be(kind);

    [Fact]
    public async Task Private_talk_of_a_plugin_is_refused_unless_it_is_named() =>
        (await WxrText.ReadOneAsync<UnusableItem>(WxrText.Post(WxrText.Comment(type: "order_note")))).Reason.Should().Contain("'order_note'");

    [Fact]
    public async Task A_comment_has_its_writer_and_its_thread()
    {
        var xml = WxrText.Comment().Replace("<wp:comment_parent>0<", "<wp:comment_parent>5<", StringComparison.Ordinal)
            .Replace("<wp:comment_user_id>0<", "<wp:comment_user_id>3<", StringComparison.Ordinal);

        var comment = await WxrText.ReadOneAsync<ImportedComment>(WxrText.Post(xml));

        comment.Should().BeEquivalentTo(new
        {
            OriginalId = "7",
            PostId = "12",
            ParentId = "5",
            Name = "Jon",
            Email = "jon@example.org",
            AccountId = "3",
            RemoteAddress = "192.0.2.7",
            Body = new ImportedBody("<p>Well said.</p>", ImportedFormat.Html),
            CreatedAt = new DateTimeOffset(2009, 5, 4, 8, 0, 0, TimeSpan.Zero),
        });
    }

    [Fact]
    public async Task Authors_of_a_split_export_are_told_once()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            string[] paths = [Path.Combine(folder.FullName, "1.xml"), Path.Combine(folder.FullName, "2.xml")];
            const string Author = "<wp:author><wp:author_login>mara</wp:author_login></wp:author>";
            await File.WriteAllTextAsync(paths[0], WxrText.Export(Author + WxrText.Post()));
            await File.WriteAllTextAsync(paths[1], WxrText.Export(Author + WxrText.Post(id: "13")));

            var items = await WxrText.ReadAsync(new WxrSource(paths));

            items.Select(static item => item.OriginalId).Should().Equal("mara", "12", "13");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
