using System.Net;
using AngleSharp.Dom;

namespace BlogKit.AspNetCore.Tests;

public sealed class PostPageTests : IAsyncLifetime
{
    private Site _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync();
        _browser = _site.Browse();
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_first_page_lists_posts_newest_first_and_pages_by_cursor()
    {
        for (var i = 1; i <= 12; i++)
        {
            await _site.PublishAsync(new NewPost(_site.Blog.Id, $"Post number {i}", "Text."));
        }

        var first = await _browser.GetAsync("/blog");
        first.Status.Should().Be(HttpStatusCode.OK);
        first.All(".bk-teaser h2").Should().HaveCount(10).And.StartWith("Post number 12");
        first.Html.QuerySelector("a[rel=prev]").Should().BeNull();

        var second = await _browser.GetAsync(first.Attribute("a[rel=next]", "href")!);
        second.All(".bk-teaser h2").Should().Equal("Post number 2", "Post number 1", "Open for Talk (and More)");
        second.Html.QuerySelector("a[rel=next]").Should().BeNull();
        (await _browser.GetAsync(second.Attribute("a[rel=prev]", "href")!)).All(".bk-teaser h2")
            .Should().StartWith("Post number 12").And.HaveCount(10);
    }

    [Fact]
    public async Task A_post_shows_title_byline_date_reading_time_text_and_its_author()
    {
        var page = await _browser.GetAsync("/blog/open-for-talk-and-more");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.First("h1").Should().Be("Open for Talk (and More)");
        page.First("title").Should().Be("Open for Talk (and More) · Notes from the Hive");
        page.First(".bk-byline").Should().Contain("Ada Keeper").And.Contain("1 minute to read");
        page.Attribute(".bk-byline time", "datetime").Should().EndWith("Z");
        page.Html.QuerySelector(".bk-post > .bk-text em")!.TextContent.Should().Be("text");
        page.First(".bk-author .bk-credentials").Should().Be("Beekeeper, M.Sc.");
        page.Attribute(".bk-author a[rel~=me]", "href").Should().Be("https://code.example.org/ada");
        page.Attribute(".bk-jump a", "href").Should().Be("#respond");
        page.Attribute("link[rel=canonical]", "href").Should().Be(new Uri(_site.Address, "/blog/open-for-talk-and-more").AbsoluteUri);
        page.Html.QuerySelector("#respond form").Should().NotBeNull();
    }

    [Fact]
    public async Task Three_headings_make_a_table_of_contents()
    {
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "Long", "## One\n\na\n\n## Two\n\nb\n\n## Three\n\nc"));

        var page = await _browser.GetAsync("/blog/long");

        page.All(".bk-contents li").Should().Equal("One", "Two", "Three");
        foreach (var link in page.Html.QuerySelectorAll(".bk-contents a"))
        {
            page.Html.GetElementById(link.GetAttribute("href")![1..]).Should().NotBeNull();
        }
    }

    [Fact]
    public async Task Tags_categories_series_image_and_footer_blocks_stand_with_the_post()
    {
        var actor = Actor.Author(_site.Author);
        var taxonomy = _site.Get<TaxonomyService>();
        var category = (await taxonomy.CreateCategoryAsync(new NewCategory(_site.Blog.Id, "Field Notes"), actor)).Value;
        var series = (await taxonomy.CreateSeriesAsync(new NewSeries(_site.Blog.Id, "A Year"), actor)).Value;
        await _site.Get<FooterService>().CreateAsync(
            new NewFooterBlock(_site.Blog.Id, "book", "Buy **the book**.") { Kind = FooterBlockKind.CallToAction }, actor);
        await _site.Get<FooterService>().CreateAsync(
            new NewFooterBlock(_site.Blog.Id, "policy", "Please note: be kind.") { Kind = FooterBlockKind.CommentPolicy }, actor);
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "Spring", "x") { SeriesId = series.Id, SeriesPosition = 1 });
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "Summer", "x")
        {
            SeriesId = series.Id,
            SeriesPosition = 2,
            CategoryIds = [category.Id],
            Tags = ["Honey & Wax"],
            FeaturedImage = new FeaturedImage("/i/a.png", "A \"hive\"") { Credit = "Jo (Archive)", Width = 800, Height = 600 },
        });
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "Autumn", "x") { SeriesId = series.Id, SeriesPosition = 3 });

        var page = await _browser.GetAsync("/blog/summer");

        page.First(".bk-terms a[rel=tag]").Should().Be("Honey & Wax");
        page.First(".bk-terms a[rel=category]").Should().Be("Field Notes");
        page.Attribute(".bk-series a[rel=prev]", "href").Should().Be("/blog/spring");
        page.Attribute(".bk-series a[rel=next]", "href").Should().Be("/blog/autumn");
        page.Attribute(".bk-featured img", "alt").Should().Be("A \"hive\"");
        page.First(".bk-featured .bk-credit").Should().Be("Photo Credit: Jo (Archive)");
        page.First(".bk-block-action strong").Should().Be("the book");
        page.First("#respond .bk-block-policy").Should().Be("Please note: be kind.");

        (await _browser.GetAsync(page.Attribute(".bk-terms a[rel=tag]", "href")!)).All(".bk-teaser h2").Should().Equal("Summer");
        (await _browser.GetAsync(page.Attribute(".bk-terms a[rel=category]", "href")!)).First("h1").Should().Be("Field Notes");
        (await _browser.GetAsync(page.Attribute(".bk-series p a", "href")!)).All(".bk-teaser h2").Should().HaveCount(3);
        var author = await _browser.GetAsync("/blog/author/ada-keeper");
        author.First("h1").Should().Be("Ada Keeper");
        author.All(".bk-teaser h2").Should().HaveCount(4);
    }

    [Theory]
    [InlineData("/blog/nothing-here")]
    [InlineData("/blog/Not%20A%20Slug")]
    [InlineData("/blog/tag/nothing")]
    [InlineData("/blog/category/nothing")]
    [InlineData("/blog/author/nobody")]
    [InlineData("/blog/series/nothing")]
    [InlineData("/blog/comments/00000000000000000000000000000000")]
    [InlineData("/blog/comments/not-an-id")]
    [InlineData("/blog/replies/not-an-id")]
    [InlineData("/blog/a/b/c/d")]
    [InlineData("/blog/%00")]
    [InlineData("/blog/%ED%A0%80")]
    public async Task What_is_not_there_gets_a_page_that_says_so(string path)
    {
        var page = await _browser.GetAsync(path);

        page.Status.Should().Be(path.Contains("%00", StringComparison.Ordinal) ? page.Status : HttpStatusCode.NotFound);
        ((int)page.Status).Should().BeInRange(400, 404);
        if (page.Status is HttpStatusCode.NotFound)
        {
            page.First("h1").Should().Be("Not found");
            page.Attribute("meta[name=robots]", "content").Should().Be("noindex");
        }
    }

    [Theory]
    [InlineData("/blog?cursor=nonsense")]
    [InlineData("/blog/open-for-talk-and-more?comments=nonsense")]
    public async Task A_cursor_that_is_none_is_refused_in_words(string path) =>
        (await _browser.GetAsync(path)).Status.Should().Be(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_former_slug_redirects_for_ever_with_its_query()
    {
        await _site.Posts.UpdateAsync(_site.Post with { Slug = Slug.From("Other Name") }, Actor.Author(_site.Author));

        var page = await _browser.GetAsync("/blog/open-for-talk-and-more?sort=newest");

        page.Status.Should().Be(HttpStatusCode.MovedPermanently);
        page.Location.Should().Be("/blog/other-name?sort=newest");
    }

    [Fact]
    public async Task An_archived_post_is_gone_and_drafts_and_private_posts_were_never_there()
    {
        var actor = Actor.Author(_site.Author);
        var archived = await _site.PublishAsync(new NewPost(_site.Blog.Id, "Once", "x"));
        await _site.Posts.ArchiveAsync(archived.BlogId, archived.Id, actor, archived.Version);
        var hidden = await _site.PublishAsync(new NewPost(_site.Blog.Id, "Hidden", "x"));
        var comment = await _site.CommentAsync("Max", "Under a post that goes", post: hidden);
        await _site.Posts.MakePrivateAsync(hidden.BlogId, hidden.Id, actor, hidden.Version);
        await _site.Posts.CreateAsync(new NewPost(_site.Blog.Id, "Draft", "secret draft") { AuthorIds = [_site.Author.Id] }, actor);

        (await _browser.GetAsync("/blog/once")).Status.Should().Be(HttpStatusCode.Gone);
        (await _browser.GetAsync("/blog/hidden")).Status.Should().Be(HttpStatusCode.NotFound);
        (await _browser.GetAsync("/blog/draft")).Status.Should().Be(HttpStatusCode.NotFound);
        (await _browser.GetAsync($"/blog/comments/{comment.Id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await _browser.GetAsync($"/blog/replies/{comment.Id}")).Status.Should().Be(HttpStatusCode.NotFound);
        using var author = _site.Browse(Site.AuthorUser + "|whoever");
        (await author.GetAsync("/blog/draft")).First(".bk-notice").Should().Contain("not published");
    }

    [Fact]
    public async Task A_protected_post_shows_nothing_until_its_password_is_given()
    {
        var post = await _site.PublishAsync(
            new NewPost(_site.Blog.Id, "Locked", "the hidden honey") { Visibility = PostVisibility.Password, Password = "open sesame" });
        var comment = await _site.CommentAsync("Max", "the hidden comment", post: post);

        foreach (var path in new[]
        {
            "/blog",
            "/blog/locked",
            "/blog/feed.xml",
            "/api/blog/posts",
            "/api/blog/posts/locked",
            "/api/blog/posts/locked/comments",
            "/blog/search?q=hidden",
            $"/blog/replies/{comment.Id}",
        })
        {
            (await _browser.GetAsync(path)).Text.Should().NotContain("the hidden", because: path);
        }

        var locked = await _browser.GetAsync("/blog/locked");
        var form = locked.Html.QuerySelector<AngleSharp.Html.Dom.IHtmlFormElement>("form.bk-password")!;
        var wrong = await _browser.SendAsync(form, ("password", "open barley"));
        wrong.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        wrong.First("#bk-password-error").Should().NotBeNullOrEmpty();

        var right = await _browser.SendAsync(form, ("password", "open sesame"));
        right.Status.Should().Be(HttpStatusCode.SeeOther);
        (await _browser.FollowAsync(right)).Text.Should().Contain("the hidden honey").And.Contain("the hidden comment");
        using var other = _site.Browse();
        (await other.GetAsync("/blog/locked")).Text.Should().NotContain("the hidden");

        await _site.Posts.SetPasswordAsync(post.BlogId, post.Id, "another", Actor.Author(_site.Author), post.Version);
        (await _browser.GetAsync("/blog/locked")).Text.Should().NotContain("the hidden", because: "a changed password locks again");
    }

    [Fact]
    public async Task Search_marks_what_was_found_and_encodes_the_rest()
    {
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "Wax", "The smoker <b>and</b> the hive tool."));
        await _site.CommentAsync("Max", "My smoker is old.");

        var page = await _browser.GetAsync("/blog/search?q=smoker");

        page.All("mark").Should().NotBeEmpty().And.OnlyContain(t => t == "smoker");
        page.Attribute("#bk-q", "value").Should().Be("smoker");
        page.Html.QuerySelectorAll(".bk-hit").Should().HaveCount(2);
        page.Html.QuerySelectorAll(".bk-hit b").Should().BeEmpty();
        (await _browser.GetAsync("/blog/search")).Status.Should().Be(HttpStatusCode.OK);
        (await _browser.GetAsync(
            "/blog/search?q=%22%3E%3Cscript%3E")).Html.QuerySelector("script:not([src]):not([type='application/ld+json'])")
            .Should().BeNull();
        (await _browser.GetAsync("/blog/search?q=" + new string('x', 1_000))).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Titles_are_encoded()
    {
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "<script>alert(1)</script> & \"more\"", "x"));

        var page = await _browser.GetAsync("/blog/script-alert-1-script-more");

        page.First("h1").Should().Be("<script>alert(1)</script> & \"more\"");
        page.Html.QuerySelector("script:not([src]):not([type='application/ld+json'])").Should().BeNull();
    }

    [Fact]
    public async Task Slugs_of_any_script_have_pages()
    {
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "Пчёлы и мёд", "x"));

        var link = (await _browser.GetAsync("/blog")).Attribute(".bk-teaser h2 a", "href")!;

        link.Should().MatchRegex("^[\\x21-\\x7e]+$");
        (await _browser.GetAsync(link)).First("h1").Should().Be("Пчёлы и мёд");
    }

    [Fact]
    public async Task Pages_are_sent_with_a_strict_policy_and_use_nothing_from_elsewhere()
    {
        var page = await _browser.GetAsync("/blog/open-for-talk-and-more");

        page.Response.Headers.GetValues("Content-Security-Policy").Single()
            .Should().StartWith("default-src 'self'").And.NotContain("unsafe");
        page.Response.Headers.GetValues("X-Content-Type-Options").Single().Should().Be("nosniff");
        page.Html.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), style, [style], [onclick]").Should().BeEmpty();
        page.Html.QuerySelectorAll("link[rel=stylesheet], img, iframe").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src"))
            .Should().OnlyContain(u => u!.StartsWith("/blog/"));
        page.Html.QuerySelectorAll("[id]").Select(e => e.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_style_sheet_is_kept_for_ever_under_a_name_made_of_its_content()
    {
        var href = (await _browser.GetAsync("/blog")).Attribute("link[rel=stylesheet]", "href")!;

        var sheet = await _browser.Client.GetAsync(href);

        sheet.StatusCode.Should().Be(HttpStatusCode.OK);
        sheet.Content.Headers.ContentType!.ToString().Should().Be("text/css; charset=utf-8");
        sheet.Headers.CacheControl!.ToString().Should().Contain("immutable");
        (await sheet.Content.ReadAsStringAsync()).Should().Contain("prefers-color-scheme").And.Contain("@media print");
        (await _browser.Client.GetAsync("/blog/assets/blogkit.0.css")).Headers.CacheControl!.ToString().Should().Be("no-cache");
    }

    [Theory]
    [InlineData("HEAD", "/blog/open-for-talk-and-more", HttpStatusCode.OK)]
    [InlineData("DELETE", "/blog/open-for-talk-and-more", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/api/blog/posts", HttpStatusCode.MethodNotAllowed)]
    public async Task Methods_are_answered_as_http_says(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        (await _browser.Client.SendAsync(request)).StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task A_strange_host_header_breaks_nothing()
    {
        foreach (var host in new[] { "evil.example", "evil.example:99", "[::1]", "a_b.example" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/blog/open-for-talk-and-more");
            request.Headers.Host = host;
            var response = await _browser.Client.SendAsync(request);
            ((int)response.StatusCode).Should().BeLessThan(500, because: host);
        }
    }
}
