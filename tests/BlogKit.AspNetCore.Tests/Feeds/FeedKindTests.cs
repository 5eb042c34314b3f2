using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Every feed in every format.</summary>
public sealed class FeedKindTests : IAsyncLifetime
{
    private const string Hostile = "Break ]]> out & <b>\"of\" it</b> \u0007 🐝";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace WellFormedWeb = "http://wellformedweb.org/CommentAPI/";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    private Site _site = null!;
    private Browser _browser = null!;

    private static readonly string[] All =
    [
        .. from list in new[] { "", "/tag/honey", "/category/bees", "/author/ada-keeper", "/series/seasons", "/comments", "/spring" }
           from file in new[] { "feed.xml", "feed.atom", "feed.json" }
           select $"/blog{list}/{file}",
    ];

    public static TheoryData<string> Paths => new(All);

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync(openWeb: static o => o.WebSubHubs.Add(new Uri("https://hub.example/?a=1&b=2")));
        _browser = _site.Browse();
        var taxonomy = _site.Get<TaxonomyService>();
        var category = (await taxonomy.CreateCategoryAsync(new NewCategory(_site.Blog.Id, "Bees"), Actor.System)).Value;
        var series = (await taxonomy.CreateSeriesAsync(new NewSeries(_site.Blog.Id, "Seasons"), Actor.System)).Value;
        var post = await _site.PublishAsync(new NewPost(_site.Blog.Id, "Spring", "Spring is `]]>` & here [there](/x).\n\n" + Hostile)
        {
            Tags = ["Honey"],
            CategoryIds = [category.Id],
            SeriesId = series.Id,
            FeaturedImage = new FeaturedImage("/pictures/hive.png?size=2", "A <hive>") { Width = 10, Height = 20 },
        });
        await _site.CommentAsync("Max", "First " + Hostile, post: post);
        await _site.CommentAsync("Ann", "Second", post: post);
        await _site.PublishAsync(
            new NewPost(_site.Blog.Id, "Quiet", "Text") { Comments = new PostCommentSettings { Mode = CommentMode.Closed } });
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "Behind a word", "Nobody reads canary-text.")
        {
            Visibility = PostVisibility.Password,
            Password = "word",
        });
        await _site.PublishAsync(
            new NewPost(_site.Blog.Id, "Not listed", "Nobody finds canary-text.") { Visibility = PostVisibility.Unlisted });
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_feed_is_served_as_what_it_is_and_shows_nothing_protected(string path)
    {
        var page = await _browser.GetAsync(path);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Response.Content.Headers.ContentType!.ToString().Should().Be(path[^4..] switch
        {
            ".xml" => "application/rss+xml; charset=utf-8",
            "atom" => "application/atom+xml; charset=utf-8",
            _ => "application/feed+json; charset=utf-8",
        });
        page.Text.Should().NotContain("canary");
        var titles = Titles(page.Text);
        titles.Should().NotBeEmpty();
        if (path.Contains("comments", StringComparison.Ordinal) || path.Contains("spring", StringComparison.Ordinal))
        {
            titles.Should().HaveCount(2);
            titles[0].Should().StartWith("Ann", because: "the newest comes first");
        }
    }

    [Theory]
    [InlineData("/blog/tag/unknown/feed.xml")]
    [InlineData("/blog/category/unknown/feed.atom")]
    [InlineData("/blog/author/unknown/feed.json")]
    [InlineData("/blog/series/unknown/feed.xml")]
    [InlineData("/blog/unknown/feed.xml")]
    [InlineData("/blog/behind-a-word/feed.xml")]
    [InlineData("/blog/not-listed/feed.atom")]
    [InlineData("/blog/Bad%20Slug!/feed.xml")]
    [InlineData("/blog/tag/%00/feed.xml")]
    [InlineData("/blog/feed.exe/feed.xml")]
    public async Task What_has_no_feed_is_not_found(string path) =>
        (await _browser.GetAsync(path)).Status.Should().BeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("https://old.example/?p=12", "https://old.example/?p=12")]
    [InlineData("https://old.example/ä?p=1&amp;q", "https://old.example/ä?p=1&amp;q")]
    [InlineData("5f0c2ad3", null)]
    [InlineData("/2009/05/old", null)]
    [InlineData("http://old.example/<b>", null)]
    [InlineData("http://old.example/%zz", null)]
    public async Task A_post_that_was_read_elsewhere_has_the_identity_it_had_there(string given, string? ofAtom)
    {
        var post = (await _site.Posts.GetBySlugAsync(_site.Blog.Id, Slug.From("quiet"), Actor.System)).Value.Post;
        await _site.Posts.UpdateAsync(post with { FeedId = given }, Actor.System);

        var rss = XDocument.Parse((await _browser.GetAsync("/blog/feed.xml")).Text);
        var atom = XDocument.Parse((await _browser.GetAsync("/blog/feed.atom")).Text);
        using var json = JsonDocument.Parse((await _browser.GetAsync("/blog/feed.json")).Text);

        var guid = rss.Descendants("item").Single(i => i.Element("title")!.Value == "Quiet").Element("guid")!;
        (guid.Value, guid.Attribute("isPermaLink")!.Value).Should().Be((given, "false"));
        atom.Descendants(Atom + "entry").Single(e => e.Element(Atom + "title")!.Value == "Quiet").Element(Atom + "id")!.Value
            .Should().Be(ofAtom ?? $"urn:uuid:{post.Id.Value:D}");
        json.RootElement.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("title").GetString() == "Quiet")
            .GetProperty("id").GetString().Should().Be(given);
    }

    [Fact]
    public async Task An_identity_that_is_the_address_is_called_a_permalink()
    {
        var post = (await _site.Posts.GetBySlugAsync(_site.Blog.Id, Slug.From("quiet"), Actor.System)).Value.Post;
        var url = new Uri(_site.Address, "/blog/quiet").AbsoluteUri;
        await _site.Posts.UpdateAsync(post with { FeedId = url }, Actor.System);

        var rss = XDocument.Parse((await _browser.GetAsync("/blog/feed.xml")).Text);

        var guid = rss.Descendants("item").Single(i => i.Element("title")!.Value == "Quiet").Element("guid")!;
        (guid.Value, guid.Attribute("isPermaLink")!.Value).Should().Be((url, "true"));
    }

    [Theory]
    [InlineData("feed.xml")]
    [InlineData("feed.atom")]
    [InlineData("feed.json")]
    public async Task Of_two_posts_with_one_identity_the_older_has_it_in_a_feed(string file)
    {
        const string Given = "tag:old.example,2009:1";
        var older = await _site.PublishAsync(new NewPost(_site.Blog.Id, "Older", "x") { FeedId = Given });
        var newer = await _site.PublishAsync(new NewPost(_site.Blog.Id, "Newer", "x") { FeedId = Given });

        var text = (await _browser.GetAsync("/blog/" + file)).Text;

        older.FeedId.Should().Be(newer.FeedId);
        text.Split(Given).Should().HaveCount(2);
        text.Should().Contain($"urn:uuid:{newer.Id.Value:D}").And.NotContain($"urn:uuid:{older.Id.Value:D}");
    }

    [Fact]
    public async Task A_former_slug_leads_to_the_feed_of_the_current_one()
    {
        var post = (await _site.Posts.GetBySlugAsync(_site.Blog.Id, Slug.From("quiet"), Actor.System)).Value.Post;
        await _site.Posts.UpdateAsync(post with { Slug = Slug.From("silent") }, Actor.System);

        var page = await _browser.GetAsync("/blog/quiet/feed.atom");

        page.Status.Should().Be(HttpStatusCode.MovedPermanently);
        page.Location.Should().EndWith("/blog/silent/feed.atom");
    }

    [Fact]
    public async Task A_hidden_thread_is_in_no_feed()
    {
        await _site.CommentAsync("Eve", "canary");
        var post = (await _site.Posts.GetAsync(_site.Post.BlogId, _site.Post.Id, Actor.System)).Value;
        await _site.Posts.UpdateAsync(post with { Comments = post.Comments with { Mode = CommentMode.Hidden } }, Actor.System);

        (await _browser.GetAsync("/blog/open-for-talk-and-more/feed.xml")).Status.Should().Be(HttpStatusCode.NotFound);
        (await _browser.GetAsync("/blog/comments/feed.xml")).Text.Should().NotContain("canary");
    }

    [Fact]
    public async Task Feeds_name_hubs_themselves_pictures_and_threads()
    {
        var page = await _browser.GetAsync("/blog/feed.xml");
        var host = _site.Address.GetLeftPart(UriPartial.Authority);
        var channel = XDocument.Parse(page.Text).Root!.Element("channel")!;
        var item = channel.Elements("item").Single(i => i.Element("title")!.Value == "Spring");

        channel.Elements(Atom + "link").Select(l => l.Attribute("rel")!.Value + " " + l.Attribute("href")!.Value)
            .Should().Equal($"self {host}/blog/feed.xml", "hub https://hub.example/?a=1&b=2");
        page.Response.Headers.GetValues("Link").Single()
            .Should().Be($"<https://hub.example/?a=1&b=2>; rel=\"hub\", <{host}/blog/feed.xml>; rel=\"self\"");
        item.Element("enclosure")!.Attribute("url")!.Value.Should().Be(host + "/pictures/hive.png?size=2");
        item.Element(Media + "content")!.Element(Media + "description")!.Value.Should().Be("A <hive>");
        item.Element(WellFormedWeb + "commentRss")!.Value.Should().Be(host + "/blog/spring/feed.xml");
    }

    [Fact]
    public async Task A_json_feed_is_one()
    {
        using var feed = JsonDocument.Parse((await _browser.GetAsync("/blog/feed.json")).Text);
        var host = _site.Address.GetLeftPart(UriPartial.Authority);

        feed.RootElement.GetProperty("version").GetString().Should().Be("https://jsonfeed.org/version/1.1");
        feed.RootElement.GetProperty("feed_url").GetString().Should().Be(host + "/blog/feed.json");
        feed.RootElement.GetProperty("hubs")[0].GetProperty("type").GetString().Should().Be("WebSub");
        var item = feed.RootElement.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("title").GetString() == "Spring");
        item.GetProperty("id").GetString().Should().StartWith("urn:uuid:");
        item.GetProperty("content_html").GetString().Should().Contain($"href=\"{host}/x\"");
        item.GetProperty("tags").EnumerateArray().Select(t => t.GetString()).Should().Equal("Bees", "Honey");
        item.GetProperty("authors")[0].GetProperty("url").GetString().Should().Be(host + "/blog/author/ada-keeper");
    }

    [Fact]
    public async Task Pages_tell_of_their_feeds()
    {
        var home = await _browser.GetAsync("/blog");
        var tag = await _browser.GetAsync("/blog/tag/honey");
        var post = await _browser.GetAsync("/blog/spring");

        Feeds(home).Should().Equal("/blog/feed.xml", "/blog/feed.atom", "/blog/feed.json");
        Feeds(tag).Should().HaveCount(6).And.Contain("/blog/tag/honey/feed.atom");
        Feeds(post).Should().HaveCount(6).And.Contain("/blog/spring/feed.json");
    }

    [Fact]
    public async Task A_change_is_in_the_feed_at_once()
    {
        var before = (await _browser.GetAsync("/blog/spring/feed.atom")).Text;
        await _site.CommentAsync(
            "Zoe", "Third", post: (await _site.Posts.GetBySlugAsync(_site.Blog.Id, Slug.From("spring"), Actor.System)).Value.Post);
        _site.Get<BlogChanges>().Announce(new BlogChange(_site.Blog.Id, BlogChangeKind.Thread));

        var after = (await _browser.GetAsync("/blog/spring/feed.atom")).Text;

        before.Should().NotContain("Zoe");
        after.Should().Contain("Zoe");
    }

    [FeedparserFact]
    public async Task An_independent_reader_finds_nothing_wrong_with_any_feed()
    {
        const string Script =
            """
            import feedparser, sys
            for url in sys.argv[1:]:
                feed = feedparser.parse(url)
                print(url, feed.bozo, feed.get('bozo_exception', ''), feed.version, len(feed.entries), bool(feed.feed.title), all(e.title and e.link and e.id for e in feed.entries), sep='\t')
            """;
        string[] urls = [.. All
            .Where(static p => !p.EndsWith("json", StringComparison.Ordinal))
            .Select(p => new Uri(_site.Address, p).AbsoluteUri)];

        var output = await FeedparserFactAttribute.RunAsync(Script, urls);

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(urls.Length);
        foreach (var columns in lines.Select(static l => l.Split('\t')))
        {
            columns[1].Should().BeOneOf(["0", "False"], because: columns[0] + ": " + columns[2]);
            columns[3].Should().Be(columns[0].EndsWith("xml", StringComparison.Ordinal) ? "rss20" : "atom10");
            int.Parse(columns[4], System.Globalization.CultureInfo.InvariantCulture).Should().BePositive(columns[0]);
            columns[5..].Should().Equal("True", "True");
        }
    }

    private static string[] Feeds(WebPage page) =>
        [.. page.Html.QuerySelectorAll("head link[rel=alternate][type]")
            .Where(l => l.GetAttribute("type")!.Contains('+', StringComparison.Ordinal))
            .Select(l => l.GetAttribute("href")!)];

    private static string[] Titles(string text)
    {
        if (text[0] == '{')
        {
            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()!)];
        }

        var root = XDocument.Parse(text).Root!;
        return
        [
            .. root.Descendants("item").Select(i => i.Element("title")!.Value),
            .. root.Elements(Atom + "entry").Select(e => e.Element(Atom + "title")!.Value),
        ];
    }
}
