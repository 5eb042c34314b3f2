using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

public sealed class PostWritingTests : IAsyncLifetime
{
    private const string New = "/blog/desk/posts/new";
    private Site _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await WriterSite.StartAsync();
        _browser = _site.Browse(WriterSite.Administrator);
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_list_shows_posts_of_every_stage_with_who_when_and_comments()
    {
        await _site.CommentAsync("Max", "Hello");
        (await _site.Posts.CreateAsync(new NewPost(_site.Blog.Id, "A draft", ""), Actor.Author(_site.Author))).EnsureSucceeded();

        var page = await _browser.GetAsync("/blog/desk/posts");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.All(".bk-post-row h2").Should().Equal("A draft", "Open for Talk (and More)");
        page.All(".bk-status").Should().Equal("Draft", "Published");
        page.All(".bk-post-facts")[1].Should().Contain("Ada Keeper").And.Contain("1 comment");
        (await _browser.GetAsync("/blog/desk/posts?status=draft")).All(".bk-post-row h2").Should().Equal("A draft");
        (await _browser.GetAsync("/blog/desk/posts?kind=page")).First(".bk-empty").Should().Be("There is nothing here yet.");
        page.Response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task Editors_pin_a_post_and_lists_mark_it()
    {
        var page = await _browser.GetAsync($"/blog/desk/posts/{_site.Post.Id}");

        await _browser.EditAsync(page, ("pinned", "1"));

        (await _browser.GetAsync("/blog/desk/posts")).All(".bk-post-facts")[0].Should().Contain("Pinned");
        (await _browser.GetAsync("/blog")).First(".bk-byline").Should().Contain("Pinned");
        using var writer = _site.Browse(WriterSite.Writer);
        (await writer.GetAsync(New)).Html.QuerySelector("input[name=pinned]").Should().BeNull();
    }

    [Fact]
    public async Task A_long_list_has_pages()
    {
        for (var i = 0; i < 26; i++)
        {
            (await _site.Posts.CreateAsync(new NewPost(_site.Blog.Id, $"Draft {i}", ""), Actor.Author(_site.Author))).EnsureSucceeded();
        }

        var first = await _browser.GetAsync("/blog/desk/posts?status=draft");
        var second = await _browser.GetAsync(first.Attribute("a[rel=next]", "href")!);

        first.All(".bk-post-row").Should().HaveCount(25);
        second.All(".bk-post-row h2").Should().Equal("Draft 0");
        second.Html.QuerySelector("a[rel=prev]").Should().NotBeNull();
        (await _browser.GetAsync("/blog/desk/posts?cursor=nonsense")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Nobody_without_a_role_is_let_in()
    {
        using var reader = _site.Browse(WriterSite.Reader);
        using var guest = _site.Browse();

        (await reader.GetAsync("/blog/desk/posts")).Status.Should().Be(HttpStatusCode.Redirect);
        (await guest.GetAsync(New)).Status.Should().Be(HttpStatusCode.Redirect);
        (await guest.PostAsync(New, new FormUrlEncodedContent([new("title", "x")]))).Status.Should().Be(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("private", "public", "")]
    [InlineData("draft", "public", "")]
    [InlineData("archive", "public", "")]
    [InlineData("save", "password", "honeycomb")]
    public async Task A_text_that_not_everybody_is_to_read_is_public_at_no_moment(string press, string visibility, string password)
    {
        var draft = (await _site.Posts.CreateAsync(new NewPost(_site.Blog.Id, "Open", "Open."), Actor.Author(_site.Author))).Value;
        var open = (await _site.Posts.PublishAsync(draft.BlogId, draft.Id, Actor.Author(_site.Author), draft.Version)).Value;
        var page = await _browser.GetAsync($"/blog/desk/posts/{open.Id}");
        var seen = new List<Post>();
        using var listening = _site.Get<BlogChanges>().Subscribe(change =>
        {
            if (change.PostId == open.Id)
            {
                seen.Add(_site.FindAsync(open.Id).GetAwaiter().GetResult());
            }
        });

        var answer = await _browser.EditAsync(
            page, ("body", "A secret."), ("visibility", visibility), ("password", password), ("do", press));

        answer.Status.Should().Be(HttpStatusCode.SeeOther, answer.Text);
        seen.Should().Contain(static p => p.Markdown == "A secret.");
        seen.Should().NotContain(
            static p => p.Markdown == "A secret." && p.Status == PostStatus.Published && p.Visibility == PostVisibility.Public);
    }

    [Fact]
    public async Task A_draft_is_saved_with_everything_its_author_said()
    {
        var page = await _browser.GetAsync(New);

        var answer = await _browser.EditAsync(
            page,
            ("title", "Bees & <Wasps>"),
            ("body", "One *line*.\r\nTwo."),
            ("slug", "bees-and-wasps"),
            ("excerpt", "Short."),
            ("tags", "Bees, wasps ,, Bees"),
            ("imageUrl", "/media/x.png"),
            ("imageAlt", "A bee"),
            ("imageCaption", "Caption"),
            ("imageCredit", "Credit"),
            ("visibility", "password"),
            ("password", "honey"),
            ("comments", "closed"),
            ("closeDays", "7"),
            ("seoTitle", "For engines"),
            ("seoDescription", "Described"),
            ("canonical", "https://elsewhere.example.org/x"),
            ("noindex", "1"),
            ("do", "save"));

        answer.Status.Should().Be(HttpStatusCode.SeeOther, answer.Text);
        var post = await _site.FindAsync(WriterSite.IdOf(answer));
        (post.Title, post.Markdown, post.Slug.Value, post.Excerpt)
            .Should().Be(("Bees & <Wasps>", "One *line*.\nTwo.", "bees-and-wasps", "Short."));
        post.Tags.Select(t => t.Name).Should().Equal("Bees", "wasps");
        post.FeaturedImage.Should().Be(new FeaturedImage("/media/x.png", "A bee") { Caption = "Caption", Credit = "Credit" });
        post.Visibility.Should().Be(PostVisibility.Password);
        PostService.VerifyPassword(post, "honey").Should().BeTrue();
        (post.Comments.Mode, post.Comments.CloseAfterDays, post.Comments.CloseAfterCount).Should().Be((CommentMode.Closed, 7, null));
        post.Seo.Should().Be(new SeoFields
        {
            Title = "For engines",
            Description = "Described",
            CanonicalUrl = new Uri("https://elsewhere.example.org/x"),
            NoIndex = true,
        });
        (post.Status, post.Kind).Should().Be((PostStatus.Draft, PostKind.Post));
        post.AuthorIds.Should().Equal(_site.Author.Id);
        var editor = await _browser.FollowAsync(answer);
        editor.First(".bk-notice").Should().Be("Saved.");
        editor.Attribute("#bk-title", "value").Should().Be("Bees & <Wasps>");
        editor.First("#bk-body").Should().Be("One *line*.\nTwo.");
        editor.Text.Should().NotContain("<Wasps>").And.NotContain("honey");
    }

    [Fact]
    public async Task Saving_again_without_a_change_keeps_everything()
    {
        var category = (await _site.Get<TaxonomyService>().CreateCategoryAsync(
            new NewCategory(_site.Blog.Id, "In the Apiary"), Actor.System)).Value;
        var series = (await _site.Get<TaxonomyService>().CreateSeriesAsync(new NewSeries(_site.Blog.Id, "A Year"), Actor.System)).Value;
        var before = await _site.PublishAsync(new NewPost(_site.Blog.Id, "Kept", "Text\n\nMore  ")
        {
            Excerpt = "Two\nlines",
            Tags = ["A", "B"],
            CategoryIds = [category.Id],
            SeriesId = series.Id,
            SeriesPosition = 3,
            Visibility = PostVisibility.Password,
            Password = "secret",
            FeaturedImage = new FeaturedImage("/x.png", "") { Width = 3, Height = 4 },
            Seo = new SeoFields { NoIndex = true },
            Comments = new PostCommentSettings { Mode = CommentMode.Open, Sensitivity = ModerationSensitivity.High, CloseAfterCount = 0 },
        });

        var answer = await _browser.EditAsync(await _browser.GetAsync($"/blog/desk/posts/{before.Id}"));

        answer.Status.Should().Be(HttpStatusCode.SeeOther, answer.Text);
        var after = await _site.FindAsync(before.Id);
        after.Should().BeEquivalentTo(before, o => o.Excluding(p => p.UpdatedAt).Excluding(p => p.Version).Excluding(p => p.Rendered));
        (await _site.Posts.ListRevisionsAsync(before.BlogId, before.Id, Actor.System)).Value
            .Should().ContainSingle("content did not change");
    }

    [Fact]
    public async Task Publishing_unpublishing_and_deleting_goes_by_buttons()
    {
        var created = await _browser.EditAsync(await _browser.GetAsync(New), ("title", "Goes round"), ("body", "x"), ("do", "publish"));
        var id = WriterSite.IdOf(created);
        (await _site.FindAsync(id)).Status.Should().Be(PostStatus.Published);

        foreach (var (button, status) in new[]
        {
            ("private", PostStatus.Private),
            ("draft", PostStatus.Draft),
            ("review", PostStatus.PendingReview),
            ("publish", PostStatus.Published),
            ("archive", PostStatus.Archived),
        })
        {
            var page = await _browser.GetAsync($"/blog/desk/posts/{id}");
            page.Html.QuerySelector($"button[value={button}]").Should().NotBeNull(button);
            (await _browser.EditAsync(page, ("do", button))).Status.Should().Be(HttpStatusCode.SeeOther);
            (await _site.FindAsync(id)).Status.Should().Be(status);
        }

        var ask = await _browser.GetAsync($"/blog/desk/posts/{id}/delete");
        ask.First("h1").Should().Be("Delete “Goes round” for ever?");
        var deleted = await _browser.SendAsync(ask.Html.QuerySelector<AngleSharp.Html.Dom.IHtmlFormElement>("main form")!);
        deleted.Status.Should().Be(HttpStatusCode.SeeOther);
        (await _browser.FollowAsync(deleted)).First(".bk-notice").Should().Be("Deleted.");
        (await _site.Posts.GetAsync(_site.Blog.Id, id, Actor.System)).Succeeded.Should().BeFalse();
    }

    [Fact]
    public async Task A_published_post_is_not_deleted_before_it_is_archived()
    {
        var ask = await _browser.GetAsync($"/blog/desk/posts/{_site.Post.Id}/delete");
        ask.Html.QuerySelector("main form").Should().BeNull();

        var editor = await _browser.GetAsync($"/blog/desk/posts/{_site.Post.Id}");
        var answer = await _browser.PostAsync(
            $"/blog/desk/posts/{_site.Post.Id}/delete", new FormUrlEncodedContent(WriterSite.Fields(editor)));

        answer.Status.Should().Be(HttpStatusCode.Conflict);
        (await _site.FindAsync(_site.Post.Id)).Status.Should().Be(PostStatus.Published);
    }

    [Theory]
    [InlineData("2031-05-04T10:30", "+02:00", "2031-05-04T08:30")]
    [InlineData("2031-05-04T10:30", "-0330", "2031-05-04T14:00")]
    [InlineData("2031-05-04T10:30", "", "2031-05-04T10:30")]
    public async Task A_post_is_scheduled_in_the_zone_of_its_author(string local, string zone, string utc)
    {
        var answer = await _browser.EditAsync(
            await _browser.GetAsync(New), ("title", "Later"), ("body", "x"), ("publishAt", local), ("zone", zone), ("do", "schedule"));

        answer.Status.Should().Be(HttpStatusCode.SeeOther, answer.Text);
        var post = await _site.FindAsync(WriterSite.IdOf(answer));
        post.Status.Should().Be(PostStatus.Scheduled);
        post.PublishedAt!.Value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture)
            .Should().Be(utc);
        (await _browser.FollowAsync(answer)).Attribute("#bk-publishAt", "value").Should().Be(utc);
    }

    [Theory]
    [InlineData("", "+00:00", "publishAt")]
    [InlineData("tomorrow", "+00:00", "publishAt")]
    [InlineData("2001-05-04T10:30", "+00:00", "publishAt")]
    [InlineData("0001-01-01T00:00", "+14:00", "publishAt")]
    [InlineData("9999-12-31T23:59", "-14:00", "publishAt")]
    [InlineData("2031-05-04T10:30", "+15:00", "zone")]
    [InlineData("2031-05-04T10:30", "Europe/Berlin", "zone")]
    public async Task A_moment_that_is_none_or_over_is_refused_and_nothing_is_saved(string local, string zone, string field)
    {
        var answer = await _browser.EditAsync(
            await _browser.GetAsync(New),
            ("title", "Never"),
            ("body", "Kept text"),
            ("publishAt", local),
            ("zone", zone),
            ("do", "schedule"));
        RefusedFormTests.ShouldRefuse(answer);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Html.QuerySelector($"#bk-{field}-error").Should().NotBeNull();
        answer.First("#bk-body").Should().Be("Kept text");
        (await PostsAsync()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("slug", "Not A Slug!", "such as “not-a-slug”")]
    [InlineData("slug", "open-for-talk-and-more", "Another post has, or had")]
    [InlineData("slug", "desk", "“desk-2”")]
    [InlineData("title", "", "needed")]
    [InlineData("closeDays", "-1", "whole number")]
    [InlineData("closeCount", "many", "whole number")]
    [InlineData("canonical", "javascript:alert(1)", "http or https")]
    [InlineData("canonical", "/relative", "http or https")]
    [InlineData("imageUrl", "javascript:alert(1)", "http or https")]
    [InlineData("imageUrl", "//evil.example.org/x.png", "http or https")]
    [InlineData("author", "0190a0b0c0d070008000000000000000", "not an author")]
    [InlineData("visibility", "secret", "Choose one")]
    [InlineData("kind", "novel", "Choose one")]
    public async Task A_field_that_is_wrong_says_so_beside_it_and_nothing_is_lost(string field, string value, string words)
    {
        var answer = await _browser.EditAsync(await _browser.GetAsync(New), [("title", "Fine"), ("body", "Kept text"), (field, value)]);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Html.QuerySelector($"#bk-{field}-error").Should().NotBeNull(answer.First(".bk-errors"));
        answer.First($"#bk-{field}-error").Should().Contain(words);
        var label = answer.First($"label[for='bk-{field}'], #bk-{field} > legend");
        answer.First(".bk-errors li").Should().Be(
            $"{label}: {answer.First($"#bk-{field}-error")}", "the list above the form says which field is meant");
        answer.First("#bk-body").Should().Be("Kept text");
        (await PostsAsync()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("parent", "0190a0b0c0d070008000000000000000")]
    [InlineData("category", "not-an-id")]
    [InlineData("series", "not-an-id")]
    [InlineData("footer", "0190a0b0c0d070008000000000000000")]
    [InlineData("title", "a\0b")]
    [InlineData("visibility", "password")]
    public async Task What_the_page_does_not_offer_is_refused(string field, string value)
    {
        var answer = await _browser.EditAsync(await _browser.GetAsync(New), [("title", "Fine"), ("body", "x"), (field, value)]);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.All("a[href^='#bk-']").Should().HaveCountLessThanOrEqualTo(1);
        (await PostsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_title_that_is_a_word_of_the_blog_s_own_gets_an_address_that_can_be_reached()
    {
        var answer = await _browser.EditAsync(await _browser.GetAsync(New), ("title", "Search"), ("body", "x"), ("do", "publish"));

        (await _site.FindAsync(WriterSite.IdOf(answer))).Slug.Value.Should().Be("search-2");
    }

    [Fact]
    public async Task A_changed_slug_leaves_a_redirect()
    {
        var page = await _browser.GetAsync($"/blog/desk/posts/{_site.Post.Id}");

        await _browser.EditAsync(page, ("slug", "renamed"));

        (await _browser.GetAsync("/blog/open-for-talk-and-more")).Location.Should().Be("/blog/renamed");
    }

    [Fact]
    public async Task A_new_post_sent_twice_is_one_post()
    {
        var page = await _browser.GetAsync(New);

        var first = await _browser.EditAsync(page, ("title", "Once"), ("body", "x"));
        var second = await _browser.EditAsync(page, ("title", "Once"), ("body", "x"));
        var together = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _browser.EditAsync(page, ("title", "Once"), ("body", "x"))));

        WriterSite.IdOf(second).Should().Be(WriterSite.IdOf(first));
        together.Should().OnlyContain(p => p.Status == HttpStatusCode.SeeOther);
        (await PostsAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_new_post_sent_many_times_at_once_is_one_post()
    {
        var page = await _browser.GetAsync(New);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _browser.EditAsync(page, ("title", "Once"), ("body", "x"))));

        answers.Should().OnlyContain(p => p.Status == HttpStatusCode.SeeOther || p.Status == HttpStatusCode.Conflict);
        (await PostsAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task Two_who_edit_at_once_lose_nothing()
    {
        var mine = await _browser.GetAsync($"/blog/desk/posts/{_site.Post.Id}");
        await _browser.EditAsync(await _browser.GetAsync($"/blog/desk/posts/{_site.Post.Id}"), ("body", "The text of another."));

        var refused = await _browser.EditAsync(mine, ("body", "The text of mine."));

        refused.Status.Should().Be(HttpStatusCode.Conflict);
        refused.First(".bk-diff").Should().Contain("another").And.Contain("mine");
        refused.First("#bk-body").Should().Be("The text of mine.");
        refused.First("#bk-theirs").Should().Contain("The text of another.");
        (await _site.FindAsync(_site.Post.Id)).Markdown.Should().Be("The text of another.");

        var again = await _browser.EditAsync(refused);
        again.Status.Should().Be(HttpStatusCode.SeeOther);
        (await _site.FindAsync(_site.Post.Id)).Markdown.Should().Be("The text of mine.");
    }

    [Fact]
    public async Task A_contributor_hands_in_and_cannot_publish()
    {
        using var contributor = _site.Browse(WriterSite.Contributor);
        var page = await contributor.GetAsync(New);
        page.Html.QuerySelector("button[value=publish]").Should().BeNull();
        page.Html.QuerySelector("button[value=schedule]").Should().BeNull();
        page.Html.QuerySelector("#bk-author").Should().BeNull();

        var forced = await contributor.EditAsync(page, ("title", "Mine"), ("body", "x"), ("do", "publish"));
        forced.Status.Should().Be(HttpStatusCode.Forbidden);
        forced.First(".bk-errors").Should().Contain("Your text was saved");
        var id = PostId.Parse(forced.Attribute("input[name=post]", "value")!, null);
        (await _site.FindAsync(id)).Status.Should().Be(PostStatus.Draft);

        var handed = await contributor.EditAsync(await contributor.GetAsync($"/blog/desk/posts/{id}"), ("do", "review"));
        handed.Status.Should().Be(HttpStatusCode.SeeOther);
        (await _site.FindAsync(id)).Status.Should().Be(PostStatus.PendingReview);
        (await contributor.GetAsync("/blog/desk/posts")).All(".bk-post-row h2").Should().Equal("Mine");
    }

    [Fact]
    public async Task Nobody_edits_a_post_of_others_without_being_an_editor()
    {
        using var writer = _site.Browse(WriterSite.Writer);
        var own = await writer.EditAsync(await writer.GetAsync(New), ("title", "Own"), ("body", "x"));
        var fields = WriterSite.Fields(await writer.FollowAsync(own));

        foreach (var path in new[] { "", "/delete", "/revisions" })
        {
            (await writer.GetAsync($"/blog/desk/posts/{_site.Post.Id}{path}")).Status.Should().Be(HttpStatusCode.Forbidden, path);
        }

        foreach (var path in new[] { "", "/delete", "/revisions/restore", "/preview-link" })
        {
            (await writer.PostAsync($"/blog/desk/posts/{_site.Post.Id}{path}", new FormUrlEncodedContent(fields))).Status
                .Should().Be(HttpStatusCode.Forbidden, path);
        }

        (await _site.FindAsync(_site.Post.Id)).Should().BeEquivalentTo(_site.Post, o => o.Excluding(p => p.Rendered));
    }

    [Fact]
    public async Task A_preview_shows_what_will_be_published_and_saves_nothing()
    {
        var page = await _browser.GetAsync(New);
        var fields = new (string, string?)[]
        {
            ("title", "Hi <b>there</b>"),
            ("body", "## Head\n\n![Hive](/h.png \"Cap\")\n\nSome *text*."),
            ("seoDescription", "For engines"),
            ("do", "preview"),
        };

        var whole = await _browser.EditAsync(page, fields);
        var alone = await _browser.PostAsync("/blog/desk/posts/preview", new FormUrlEncodedContent(WriterSite.Fields(page, fields)));

        foreach (var shown in new[] { whole, alone })
        {
            shown.Status.Should().Be(HttpStatusCode.OK);
            shown.First(".bk-preview-title").Should().Be("Hi <b>there</b>");
            shown.Html.QuerySelector(".bk-text h2#head, .bk-text h2")!.TextContent.Should().Be("Head");
            shown.Html.QuerySelector(".bk-text figure figcaption").Should().NotBeNull();
            shown.First(".bk-seo-title").Should().Be("Hi <b>there</b> · Notes from the Hive");
            shown.First(".bk-seo-text").Should().Be("For engines");
            shown.First(".bk-seo-url").Should().EndWith("/blog/hi-b-there-b");
        }

        whole.First("#bk-body").Should().StartWith("## Head");
        alone.Html.QuerySelector("html head title").Should().BeNull("it is put into a page");
        (await PostsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Pictures_without_alternative_text_are_told()
    {
        var answer = await _browser.EditAsync(
            await _browser.GetAsync(New),
            ("title", "x"),
            ("body", "![](/a.png) ![ok](/b.png)\n```\n![](/code.png)\n```"),
            ("imageUrl", "/c.png"));

        (await _browser.FollowAsync(answer)).All(".bk-notice")
            .Should().Contain(t => t!.StartsWith("2 pictures have no alternative text", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_form_must_be_this_site_s_and_whole()
    {
        var page = await _browser.GetAsync(New);
        using var other = _site.Browse(WriterSite.Administrator);
        var fields = WriterSite.Fields(page, ("title", "x"), ("body", "Kept <text>"));

        var foreign = await other.PostAsync(New, new FormUrlEncodedContent(fields));
        var without = await _browser.PostAsync(
            New, new FormUrlEncodedContent(WriterSite.Fields(page, ("__RequestVerificationToken", null))));
        var json = await _browser.PostAsync(New, new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
        var unknown = await _browser.EditAsync(page, ("title", "x"), ("do", "explode"));
        var huge = await _browser.PostAsync(
            New, new ByteArrayContent(new byte[30_000_000]) { Headers = { ContentType = new("application/x-www-form-urlencoded") } });

        foreign.Status.Should().Be(HttpStatusCode.BadRequest);
        foreign.First("#bk-refused").Should().Be("Kept <text>");
        without.Status.Should().Be(HttpStatusCode.BadRequest);
        json.Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        unknown.Status.Should().Be(HttpStatusCode.BadRequest);
        huge.Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await PostsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_version_that_is_none_changes_nothing()
    {
        var page = await _browser.GetAsync($"/blog/desk/posts/{_site.Post.Id}");

        foreach (var version in new[] { null, "", "x", "-1", "99999999999999999999" })
        {
            (await _browser.EditAsync(page, ("version", version), ("body", "Changed"))).Status.Should().Be(HttpStatusCode.BadRequest);
        }

        (await _browser.EditAsync(page, ("version", "77"), ("body", "Changed"))).Status.Should().Be(HttpStatusCode.Conflict);
        (await _site.FindAsync(_site.Post.Id)).Markdown.Should().Be("The *text* of the post.");
    }

    [Theory]
    [InlineData("/blog/desk/posts/nonsense")]
    [InlineData("/blog/desk/posts/0190a0b0c0d070008000000000000000")]
    [InlineData("/blog/desk/posts/nonsense/revisions")]
    [InlineData("/blog/desk/posts/nonsense/delete")]
    public async Task What_is_not_there_is_not_found(string path) =>
        (await _browser.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_text_as_long_as_allowed_in_another_script_is_taken()
    {
        var text = new string('ب', 1_000_000);

        var answer = await _browser.EditAsync(await _browser.GetAsync(New), ("title", "Long"), ("body", text));
        var tooLong = await _browser.EditAsync(await _browser.GetAsync(New), ("title", "Long"), ("body", text + "x"));

        answer.Status.Should().Be(HttpStatusCode.SeeOther);
        tooLong.Status.Should().Be(HttpStatusCode.BadRequest);
        tooLong.First("#bk-body-error").Should().Be("This is too long: it has 1,000,001 characters, and at most 1,000,000 are allowed.");
    }

    [Fact]
    public async Task The_editor_opens_in_an_application_with_Razor_components_of_its_own()
    {
        await using var site = await WriterSite.StartAsync(builder: kit => kit.Services.AddRazorComponents());
        using var browser = site.Browse(WriterSite.Administrator);

        (await browser.GetAsync(New)).Status.Should().Be(HttpStatusCode.OK);
    }

    private async Task<IReadOnlyCollection<PostSummary>> PostsAsync() =>
        (await _site.Posts.ListForDeskAsync(new DeskPostsQuery(_site.Blog.Id) { Size = 100 }, Actor.System)).Value.Items;
}
