using System.Text.Json;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Builder;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A blog whose pages another program shows: addresses lead there.</summary>
public sealed class FrontEndTests
{
    private const string Slug = "open-for-talk-and-more";

    [Fact]
    public async Task Addresses_of_the_API_lead_to_the_front_end()
    {
        await using var site = await Site.StartAsync(map: static app => app.MapBlogKitApi("/blog", static o =>
        {
            o.FrontEnd.Home = "https://www.example.org/articles";
            o.FrontEnd.Post = "https://www.example.org/articles/{slug}";
            o.FrontEnd.Tag = "https://www.example.org/topics/{slug}";
            o.FrontEnd.Author = "https://www.example.org/people/{slug}";
        }));
        await site.PublishAsync(new NewPost(site.Blog.Id, "Zażółć", "x") { Tags = ["Bee keeping"] });
        var comment = await site.CommentAsync("Max", "One");
        using var browser = site.Browse();

        (await UrlsAsync(browser, "/api/blog")).Should().Contain("https://www.example.org/articles");
        (await UrlsAsync(browser, "/api/blog/posts"))
            .Should().BeEquivalentTo("https://www.example.org/articles/" + Slug, "https://www.example.org/articles/zazolc");
        (await UrlsAsync(browser, "/api/blog/posts/" + Slug)).Should().Equal("https://www.example.org/articles/" + Slug);
        (await UrlsAsync(browser, "/api/blog/tags")).Should().Equal("https://www.example.org/topics/bee-keeping");
        (await UrlsAsync(browser, "/api/blog/authors")).Should().Contain("https://www.example.org/people/ada-keeper");
        (await UrlsAsync(browser, $"/api/blog/posts/{Slug}/comments"))
            .Should().Equal($"https://www.example.org/articles/{Slug}#comment-{comment.Id}");
        using var sent = new StringContent(
            """{"name":"Eva","email":"eva@example.org","body":"Two"}""", System.Text.Encoding.UTF8, "application/json");
        (await browser.PostAsync($"/api/blog/posts/{Slug}/comments", sent)).Location
            .Should().StartWith($"https://www.example.org/articles/{Slug}#comment-");
    }

    [Fact]
    public async Task Feeds_and_sitemap_lead_there_too_and_what_is_not_given_stays()
    {
        await using var site = await Site.StartAsync(map: static app =>
        {
            static void Configure(BlogKitMapOptions o)
            {
                o.FrontEnd.Post = "https://www.example.org/{slug}";
                o.FrontEnd.Comment = "https://www.example.org/{slug}/talk/{id}";
            }

            app.MapBlogKitFeeds("/blog", Configure);
            app.MapBlogKitSitemap("/blog", Configure);
        });
        var comment = await site.CommentAsync("Max", "One");
        using var browser = site.Browse();

        (await browser.GetAsync("/blog/feed.xml")).Text
            .Should().Contain($"<link>https://www.example.org/{Slug}</link>").And.Contain(site.Address + "blog/feed.xml");
        (await browser.GetAsync("/blog/comments/feed.xml")).Text
            .Should().Contain($"<link>https://www.example.org/{Slug}/talk/{comment.Id}</link>");
        (await browser.GetAsync("/blog/sitemap.xml")).Text
            .Should().Contain($"<loc>https://www.example.org/{Slug}</loc>").And.Contain($"<loc>{site.Address}blog</loc>");
    }

    [Theory]
    [InlineData("https://www.example.org/articles/{slug}", "http://WWW.example.org/articles/On-Bees/")]
    [InlineData("https://www.example.org/read/{slug}.html", "https://www.example.org/read/on-bees.html?from=feed#comments")]
    [InlineData("https://www.example.org/read?post={slug}", "https://www.example.org/read?lang=en&post=on-bees")]
    [InlineData("https://www.example.org/#/read/{slug}", "https://www.example.org/#/read/on-bees")]
    [InlineData("https://{slug}.example.org/", "https://on-bees.example.org/")]
    [InlineData("https://www.example.org/{slug}", "http://blog.example/blog/on-bees")]
    [InlineData(null, "https://blog.example/blog/on-bees")]
    public void The_post_that_programs_mean_is_found_by_its_address_there_and_here(string? pattern, string address) =>
        Find(pattern, address)!.Value.Value.Should().Be("on-bees");

    [Theory]
    [InlineData("https://www.example.org/read/{slug}.html", "https://www.example.org/read/on-bees")]
    [InlineData("https://www.example.org/read/{slug}.html", "https://www.example.org/read/more/on-bees.html")]
    [InlineData("https://www.example.org/read/{slug}.html", "https://www.example.org:8443/read/on-bees.html")]
    [InlineData("https://www.example.org/read?post={slug}", "https://www.example.org/read?other=on-bees")]
    [InlineData("https://www.example.org/read/{slug}", "https://elsewhere.example/read/on-bees")]
    [InlineData(null, "https://blog.example/blog/tag/bees")]
    [InlineData(null, "https://blog.example/blog/tag%2Fbees")]
    [InlineData(null, "https://blog.example/blog")]
    public void Other_addresses_mean_no_post(string? pattern, string address) => Find(pattern, address).Should().BeNull();

    [Fact]
    public async Task A_program_changes_and_deletes_a_post_by_the_address_it_was_told()
    {
        await using var site = await ApiSite.StartAsync(map: static app =>
        {
            app.UseAuthorization();
            app.MapBlogKitOpenWeb("/blog", static o =>
            {
                o.FrontEnd.Home = "https://www.example.org/articles";
                o.FrontEnd.Post = "https://www.example.org/read/{slug}.html";
            });
        });
        using var author = site.Browse(ApiSite.Owner);
        using var create = new StringContent(
            """{"type":["h-entry"],"properties":{"name":["On bees"],"content":["x"]}}""", System.Text.Encoding.UTF8, "application/json");
        var url = (await author.PostAsync("/blog/micropub", create)).Location;

        using var delete = new StringContent($$"""{"action":"delete","url":"{{url}}"}""", System.Text.Encoding.UTF8, "application/json");
        var deleted = await author.PostAsync("/blog/micropub", delete);

        url.Should().Be("https://www.example.org/read/on-bees.html");
        deleted.Status.Should().Be(System.Net.HttpStatusCode.NoContent);
    }

    private static Slug? Find(string? pattern, string address) =>
        new BlogLinks(
            "",
            "/blog",
            new Uri("https://blog.example/blog"),
            "",
            FrontEnd.Read(new FrontEndAddresses { Home = "https://www.example.org/", Post = pattern })).FindPost(new Uri(address));

    [Theory]
    [InlineData("Post", "/articles/{slug}")]
    [InlineData("Post", "https://www.example.org/articles")]
    [InlineData("Post", "https://www.example.org/{id}/{slug}")]
    [InlineData("Post", "ftp://www.example.org/{slug}")]
    [InlineData("Home", "https://www.example.org/{slug}")]
    [InlineData("Comment", "https://www.example.org/{slug}")]
    [InlineData("Tag", "")]
    [InlineData("Author", "https://www.example.org/{name}")]
    public void A_pattern_that_leads_nowhere_is_refused_by_name(string name, string pattern)
    {
        var act = () => BlogMount.Read("/blog", o => typeof(FrontEndAddresses).GetProperty(name)!.SetValue(o.FrontEnd, pattern));

        act.Should().Throw<ArgumentException>().WithMessage($"*FrontEnd.{name}*");
    }

    [Fact]
    public void Paths_that_are_no_pages_of_readers_are_left_alone()
    {
        var frontEnd = FrontEnd.Read(
            new FrontEndAddresses { Home = "https://x.example/", Post = "https://x.example/{slug}", Tag = "https://x.example/t/{slug}" })!;

        foreach (var path in new[]
        {
            "/desk", "/search", "/archive", "/archive/2026", "/feed.xml", "/tag/a/feed.xml", "/assets/x.css", "/comments/1", "/a?b=c",
            "/category/a", "/micropub",
        })
        {
            frontEnd.Find(path).Should().BeNull(because: path);
        }

        frontEnd.Find("").Should().Be("https://x.example/");
        frontEnd.Find("/%E5%85%83").Should().Be("https://x.example/%E5%85%83");
        frontEnd.Find("/tag/a").Should().Be("https://x.example/t/a");
        FrontEnd.Read(new FrontEndAddresses()).Should().BeNull();
    }

    private static async Task<string[]> UrlsAsync(Browser browser, string path)
    {
        using var document = JsonDocument.Parse((await browser.GetAsync(path)).Text);
        var urls = new List<string>();
        Collect(document.RootElement, urls);
        return [.. urls];
    }

    private static void Collect(JsonElement element, List<string> urls)
    {
        if (element.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (member.NameEquals("url") && member.Value.ValueKind is JsonValueKind.String)
                {
                    urls.Add(member.Value.GetString()!);
                }
                else if (!member.NameEquals("links"))
                {
                    Collect(member.Value, urls);
                }
            }
        }
        else if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, urls);
            }
        }
    }
}
