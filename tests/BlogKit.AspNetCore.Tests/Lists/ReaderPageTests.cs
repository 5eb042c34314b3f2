using System.Net;

namespace BlogKit.AspNetCore.Tests;

/// <summary>The archive, tags, categories, search and what stands where nothing is.</summary>
public sealed class ReaderPageTests : IAsyncLifetime
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
    public async Task Posts_with_the_same_identity_in_their_raw_html_have_it_once_each_on_a_list()
    {
        foreach (var title in (string[])["One", "Two"])
        {
            await _site.PublishAsync(new NewPost(
                _site.Blog.Id,
                title,
                "<p id=\"note\" title='a > b'>Look <label for=\"note\">here</label> <svg><g id='shade'/><path "
                    + "fill=\"url(#shade)\"/></svg></p>\n\n<!--more-->\n\nMore."));
        }

        var list = await _browser.GetAsync("/blog");

        var ids = list.Html.QuerySelectorAll("[id]").Select(static e => e.Id!).ToList();
        ids.Should().OnlyHaveUniqueItems().And.Contain(static id => id.EndsWith("-note", StringComparison.Ordinal));
        foreach (var note in list.Html.QuerySelectorAll("[id$=-note]"))
        {
            note.QuerySelector("label")!.GetAttribute("for").Should().Be(note.Id);
            note.GetAttribute("title").Should().Be("a > b");
            note.QuerySelector("path")!.GetAttribute("fill").Should().Be($"url(#{note.QuerySelector("g")!.Id})");
        }

        (await _browser.GetAsync("/blog/one")).Html.QuerySelector("#note").Should().NotBeNull("on its own page it is as it was written");
    }

    [Fact]
    public async Task The_archive_counts_months_and_leads_to_their_posts()
    {
        await PublishAsync("March one", new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero));
        await PublishAsync("March two", new(2024, 3, 31, 23, 59, 59, TimeSpan.Zero));
        await PublishAsync("April", new(2024, 4, 1, 0, 0, 0, TimeSpan.Zero));

        var archive = await _browser.GetAsync("/blog/archive");

        archive.All(".bk-year h2 a").Should().HaveCount(2).And.HaveElementAt(1, "2024");
        archive.All("[aria-labelledby=year-2024] .bk-months a").Should().Equal("April 2024", "March 2024");
        archive.First("[aria-labelledby=year-2024] h2 .bk-total").Should().Be("3 posts");
        var march = await _browser.GetAsync(archive.Attribute("[aria-labelledby=year-2024] li:last-child a", "href")!);
        march.All(".bk-teaser h2").Should().Equal("March two", "March one");
        march.First("h1").Should().Be("March 2024");
        march.Attribute(".bk-kicker a", "href").Should().Be("/blog/archive/2024");
        (await _browser.GetAsync("/blog/archive/2024")).All(".bk-teaser h2").Should().Equal("April", "March two", "March one");
    }

    [Fact]
    public async Task A_year_is_paged()
    {
        for (var i = 1; i <= 12; i++)
        {
            await PublishAsync($"Post {i}", new(2024, 3, i, 0, 0, 0, TimeSpan.Zero));
        }

        var first = await _browser.GetAsync("/blog/archive/2024/03");

        first.All(".bk-teaser h2").Should().HaveCount(10);
        (await _browser.GetAsync(first.Attribute("a[rel=next]", "href")!)).All(".bk-teaser h2").Should().Equal("Post 2", "Post 1");
    }

    [Theory]
    [InlineData("/blog/archive/1999")]
    [InlineData("/blog/archive/0000")]
    [InlineData("/blog/archive/9999")]
    [InlineData("/blog/archive/99999999999999999999")]
    [InlineData("/blog/archive/2024/3")]
    [InlineData("/blog/archive/2024/00")]
    [InlineData("/blog/archive/2024/13")]
    [InlineData("/blog/archive/2024/-1")]
    [InlineData("/blog/archive/%D9%A2%D9%A0%D9%A2%D9%A4")]
    [InlineData("/blog/archive/x/y")]
    public async Task A_month_without_posts_is_no_page(string path) =>
        (await _browser.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task Tags_and_categories_have_lists_of_their_own()
    {
        var taxonomy = _site.Get<TaxonomyService>();
        var actor = Actor.Author(_site.Author);
        (await _browser.GetAsync("/blog/tags")).First(".bk-empty").Should().Be("No post has a tag yet.");
        (await _browser.GetAsync("/blog/categories")).First(".bk-empty").Should().Be("There are no categories yet.");
        var notes = (await taxonomy.CreateCategoryAsync(new NewCategory(_site.Blog.Id, "Field Notes"), actor)).Value;
        await taxonomy.CreateCategoryAsync(new NewCategory(_site.Blog.Id, "Spring") { ParentId = notes.Id }, actor);
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "One", "x") { Tags = ["Wax", "Honey"] });
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "Two", "x") { Tags = ["Wax"] });

        var tags = await _browser.GetAsync("/blog/tags");
        var categories = await _browser.GetAsync("/blog/categories");

        tags.All(".bk-term-list a").Should().Equal("Wax", "Honey");
        tags.First(".bk-term-list .bk-total").Should().Be("2 posts");
        categories.First(".bk-term-list .bk-term-list a").Should().Be("Spring");
        (await _browser.GetAsync("/blog/tag/wax")).Attribute(".bk-kicker a", "href").Should().Be("/blog/tags");
    }

    [Fact]
    public async Task The_header_links_to_pages_and_the_archive()
    {
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "About us", "x") { Kind = PostKind.Page });
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "Imprint", "x") { Kind = PostKind.Page });

        var page = await _browser.GetAsync("/blog");

        page.All(".bk-nav a").Should().Equal("About us", "Imprint", "Archive", "Tags");
        page.Attribute(".bk-nav a", "href").Should().Be("/blog/about-us");
    }

    [Fact]
    public async Task The_header_forgets_pages_when_something_changes()
    {
        (await _browser.GetAsync("/blog")).All(".bk-nav a").Should().HaveCount(2);
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "About us", "x") { Kind = PostKind.Page });
        _site.Get<BlogChanges>().Announce(new BlogChange(_site.Blog.Id, BlogChangeKind.Post));

        (await _browser.GetAsync("/blog")).All(".bk-nav a").Should().StartWith("About us");
    }

    [Fact]
    public async Task A_page_that_is_not_there_offers_a_search_for_its_words_and_the_newest_posts()
    {
        var page = await _browser.GetAsync("/blog/2019/05/about-open_talk+pages");

        page.Status.Should().Be(HttpStatusCode.NotFound);
        page.Attribute(".bk-message #bk-q", "value").Should().Be("about open talk pages");
        page.All(".bk-message .bk-term-list a").Should().Equal("Open for Talk (and More)");
        page.Attribute(".bk-message p:last-child a", "href").Should().Be("/blog/archive");
        page.Html.QuerySelectorAll("#bk-q").Should().ContainSingle();
    }

    [Theory]
    [InlineData("/blog/%22%3E%3Cscript%3Ealert", "script alert")]
    [InlineData("/blog/tag/%D0%BC%D1%91%D0%B4", "мёд")]
    [InlineData("/blog/comments/00000000000000000000000000000000", "comments")]
    public async Task The_words_of_an_address_are_only_words(string path, string words) =>
        (await _browser.GetAsync(path)).Attribute("#bk-q", "value").Should().Be(words);

    [Fact]
    public async Task Search_is_narrowed_and_says_how_much_it_found()
    {
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "Wax", "The smoker."));
        await _site.CommentAsync("Max", "My smoker is old.");

        var all = await _browser.GetAsync("/blog/search?q=smoker");
        var comments = await _browser.GetAsync(all.Attribute(".bk-sort a:last-child", "href")!);
        var posts = await _browser.GetAsync("/blog/search?q=smoker&in=posts");

        all.First("h1").Should().Be("Search: smoker");
        all.First("[role=status]").Should().Be("2 results");
        all.All(".bk-sort a, .bk-sort span").Should().Equal("Posts and comments", "Posts", "Comments");
        comments.All(".bk-hit .bk-what").Should().Equal("Comment");
        comments.First(".bk-sort [aria-current]").Should().Be("Comments");
        comments.First(".bk-hit-comment h2").Should().Be("Max on “Open for Talk (and More)”");
        comments.Attribute("input[name=in]", "value").Should().Be("comments");
        posts.All(".bk-hit .bk-what").Should().Equal("Post");
        (await _browser.GetAsync("/blog/search?q=smoker&in=nonsense")).All(".bk-hit").Should().HaveCount(2);
        (await _browser.GetAsync("/blog/search?q=nowhere")).First("[role=status]").Should().StartWith("Nothing was found");
    }

    [Fact]
    public async Task A_byline_says_the_day_of_the_blog_wherever_its_reader_is()
    {
        var page = await _browser.GetAsync("/blog/open-for-talk-and-more");

        page.Attribute(".bk-byline time", "data-local").Should().BeNull();
        page.Attribute(".bk-byline time", "datetime").Should().MatchRegex("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$");
    }

    private async Task PublishAsync(string title, DateTimeOffset at)
    {
        var actor = Actor.Author(_site.Author);
        var draft = (await _site.Posts.CreateAsync(
            new NewPost(_site.Blog.Id, title, "Text.") { AuthorIds = [_site.Author.Id] }, actor)).Value;
        (await _site.Posts.PublishAsync(draft.BlogId, draft.Id, at, actor, draft.Version)).EnsureSucceeded();
    }
}
