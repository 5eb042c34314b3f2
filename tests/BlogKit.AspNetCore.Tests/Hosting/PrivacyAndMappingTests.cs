using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

public sealed class PrivacyAndMappingTests
{
    [Fact]
    public async Task No_output_has_an_address_a_secret_or_what_is_hidden()
    {
        await using var site = await Site.StartAsync();
        var root = await site.CommentAsync("Max", "Root @Eva");
        var reply = await site.CommentAsync("Eva", "Reply", root.Id);
        var hidden = await site.CommentAsync("Hidden Harry", "canary text of a hidden comment");
        await site.Moderation.MarkSpamAsync(hidden.BlogId, hidden.Id, Actor.System);
        await site.Moderation.PinAsync(root.BlogId, root.Id, Actor.System);
        using var browser = site.Browse();

        foreach (var path in new[]
        {
            "/blog",
            "/blog/open-for-talk-and-more",
            "/blog/open-for-talk-and-more?sort=best",
            $"/blog/open-for-talk-and-more?replyTo={root.Id}",
            $"/blog/open-for-talk-and-more?held={hidden.Id}",
            $"/blog/open-for-talk-and-more?comment={reply.Id}",
            $"/blog/replies/{root.Id}",
            "/blog/author/ada-keeper",
            "/blog/search?q=canary",
            "/blog/search?q=root",
            "/blog/feed.xml",
            "/api/blog/posts",
            "/api/blog/posts/open-for-talk-and-more",
            "/api/blog/posts/open-for-talk-and-more/comments",
            $"/api/blog/posts/open-for-talk-and-more/comments/{root.Id}/replies",
        })
        {
            var page = await browser.GetAsync(path);
            page.Status.Should().Be(HttpStatusCode.OK, because: path);
            page.Text.Replace("canary\"", "", StringComparison.Ordinal).Replace(
                "Search: canary", "", StringComparison.Ordinal).Replace("q=canary&", "", StringComparison.Ordinal)
                .Should().NotContainEquivalentOf("canary", because: path)
                .And.NotContain("203.0.113.77").And.NotContain("Harry").And.NotContain(Site.AuthorUser);
        }
    }

    [Fact]
    public async Task No_parameter_leads_to_another_site()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        foreach (var path in new[]
        {
            "/blog//evil.example",
            "/blog/%2f%2fevil.example",
            "/blog/open-for-talk-and-more?returnUrl=//evil.example",
            "/blog/search?q=%0d%0aLocation:%20//evil.example",
        })
        {
            var page = await browser.GetAsync(path);
            page.Location.Should().BeNull(because: path);
            ((int)page.Status).Should().BeLessThan(500);
        }
    }

    [Fact]
    public async Task What_is_typed_reaches_no_header()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        var answer = await browser.CommentAsync(
            "/blog/open-for-talk-and-more",
            ("name", "Max"),
            ("email", "max@example.org"),
            ("body", "x"),
            ("url", "https://example.org/\r\nX-Evil: 1"),
            ("remember", "yes"));
        answer.Response.Headers.Contains("X-Evil").Should().BeFalse();
        ((int)answer.Status).Should().BeLessThan(500);
    }

    [Fact]
    public async Task Several_blogs_on_several_paths_do_not_mix()
    {
        await using var site = await Site.StartAsync(map: static app =>
        {
            app.MapBlogKit("/blog");
            app.MapBlogKit("/second", static o => o.BlogKey = "second");
        });
        using var browser = site.Browse();
        (await browser.GetAsync("/second")).Status.Should().Be(HttpStatusCode.NotFound);
        (await browser.GetAsync("/second")).First("h1").Should().Be("There is no blog here yet");
        (await browser.GetAsync("/api/second/posts")).Status.Should().Be(HttpStatusCode.NotFound);
        await site.Get<BlogService>().CreateAsync(new NewBlog("second", "The Second"), Actor.System);

        var comment = await site.CommentAsync("Max", "Of the first");
        (await browser.GetAsync("/second")).First(".bk-site-name a").Should().Be("The Second");
        (await browser.GetAsync("/second/open-for-talk-and-more")).Status.Should().Be(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/second/comments/{comment.Id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/second/replies/{comment.Id}")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_blog_can_be_the_whole_site_and_an_application_keeps_its_own_routes()
    {
        await using var site = await Site.StartAsync(map: static app =>
        {
            app.MapBlogKit("/");
            app.MapGet("/about", static () => "About us");
        });
        using var browser = site.Browse();

        (await browser.GetAsync("/")).All(".bk-teaser h2").Should().HaveCount(1);
        (await browser.GetAsync("/open-for-talk-and-more")).Status.Should().Be(HttpStatusCode.OK);
        (await browser.GetAsync("/api/posts")).Status.Should().Be(HttpStatusCode.OK);
        (await browser.GetAsync("/about")).Text.Should().Be("About us");
        (await browser.GetAsync("/")).Attribute("link[rel=canonical]", "href").Should().Be(site.Address.GetLeftPart(UriPartial.Authority));
    }

    [Fact]
    public async Task Groups_are_mapped_one_by_one_and_take_conventions()
    {
        await using var site = await Site.StartAsync(map: static app => app.MapBlogKitApi("/blog").WithMetadata("mine"));
        using var browser = site.Browse();

        (await browser.GetAsync("/api/blog/posts")).Status.Should().Be(HttpStatusCode.OK);
        (await browser.GetAsync("/blog")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Forgetting_AddWeb_says_what_to_do()
    {
        var host = WebApplication.CreateSlimBuilder();
        host.Services.AddBlogKit().UseInMemory();
        var app = host.Build();

        var act = () => app.MapBlogKit("/blog");

        act.Should().Throw<InvalidOperationException>().WithMessage("*AddWeb()*");
    }

    [Fact]
    public void Forgetting_the_store_says_what_to_do()
    {
        var host = WebApplication.CreateSlimBuilder();
        host.Services.AddBlogKit().AddWeb();
        var app = host.Build();

        var act = () => app.MapBlogKit("/blog");

        act.Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().WithMessage("*UseSqlite*");
    }

    [Fact]
    public async Task Forgetting_to_prepare_stops_the_start_and_names_the_call()
    {
        var folder = Directory.CreateTempSubdirectory("blogkit-");
        try
        {
            var host = WebApplication.CreateSlimBuilder();
            host.WebHost.UseUrls("http://127.0.0.1:0");
            host.Services.AddBlogKit().UseSqlite($"Data Source={Path.Combine(folder.FullName, "blog.db")}").AddWeb();
            await using var app = host.Build();
            app.MapBlogKit("/blog");

            var act = () => app.StartAsync();

            (await act.Should().ThrowAsync<IOException>()).WithMessage("*blog.db*PrepareBlogKitAsync*");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("/blog", "/blog")]
    [InlineData("/blog", "/BLOG/")]
    [InlineData("/", "")]
    public void Mapping_twice_says_what_to_do(string first, string second)
    {
        var host = WebApplication.CreateSlimBuilder();
        host.Services.AddBlogKit().UseInMemory().AddWeb();
        var app = host.Build();
        app.MapBlogKit(first);
        app.MapBlogKit("/other", static o => o.BlogKey = "other");

        var again = () => app.MapBlogKit(second);
        var part = () => app.MapBlogKitApi(first);

        again.Should().Throw<InvalidOperationException>().WithMessage("*twice*Call MapBlogKit once*");
        part.Should().Throw<InvalidOperationException>().WithMessage("MapBlogKitApi was called twice for '/api*");
    }

    [Fact]
    public void One_path_on_two_hosts_is_not_twice_and_on_one_host_is()
    {
        var host = WebApplication.CreateSlimBuilder();
        host.Services.AddBlogKit().UseInMemory().AddWeb();
        var app = host.Build();
        app.MapBlogKit("/", static o => o.Hosts.Add("first.example"));
        app.MapBlogKit("/", static o => o.Hosts.Add("second.example"));

        var again = () => app.MapBlogKit("/", static o => o.Hosts.Add("FIRST.example"));

        again.Should().Throw<InvalidOperationException>().WithMessage("*on the host 'FIRST.example'*");
    }

    [Theory]
    [InlineData("/blog/{x}")]
    [InlineData("/a//b")]
    [InlineData("/../x")]
    [InlineData("/a?b")]
    public void A_path_that_is_none_is_refused(string prefix)
    {
        var host = WebApplication.CreateSlimBuilder();
        host.Services.AddBlogKit().UseInMemory().AddWeb();
        var app = host.Build();

        var act = () => app.MapBlogKit(prefix);

        act.Should().Throw<ArgumentException>();
    }
}
