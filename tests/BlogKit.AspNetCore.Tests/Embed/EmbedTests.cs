using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Tests;

public sealed class EmbedTests
{
    private const string Page = "/blog/embed/open-for-talk-and-more";

    [Fact]
    public async Task The_page_names_who_may_show_it_and_has_nothing_of_the_site()
    {
        await using var site = await Site.StartAsync(web: static o => o.EmbedOrigins.Add("https://static.example"));
        await site.CommentAsync("Max", "Shown there");
        using var browser = site.Browse();

        var page = await browser.GetAsync(Page);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Response.Headers.GetValues("Content-Security-Policy").Single()
            .Should().EndWith("frame-ancestors 'self' https://static.example").And.Contain("default-src 'self'");
        page.Response.Headers.Contains("X-Frame-Options").Should().BeFalse();
        page.Text.Should().Contain("Shown there");
        page.First(".bk-site").Should().BeNull();
        page.Attribute("form", "action").Should().StartWith(Page + "/comments?guest=");
        page.Html.QuerySelectorAll("form").Should().ContainSingle("votes and previews are on pages of the site");
        page.Html.QuerySelectorAll("#bkf, [form], [formaction], a[href$='/more']").Should().BeEmpty();
        page.Attribute("body", "data-origins").Should().Be("https://static.example");
        page.Attribute("link[rel=canonical]", "href").Should().EndWith("/blog/open-for-talk-and-more");
    }

    [Fact]
    public async Task Other_sites_are_told_no_unless_they_are_allowed()
    {
        await using var site = await Site.StartAsync();
        using var client = site.Browse().Client;

        var framed = await client.SendAsync("GET", Page, headers: [("Sec-Fetch-Dest", "iframe"), ("Sec-Fetch-Site", "cross-site")]);
        var own = await client.SendAsync("GET", Page, headers: [("Sec-Fetch-Dest", "iframe"), ("Sec-Fetch-Site", "same-origin")]);

        framed.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await framed.Content.ReadAsStringAsync()).Should().Contain("EmbedOrigins");
        own.StatusCode.Should().Be(HttpStatusCode.OK);
        own.Headers.GetValues("Content-Security-Policy").Single().Should().EndWith("frame-ancestors 'self'");
    }

    [Theory]
    [InlineData(HoldMode.None, "comment=")]
    [InlineData(HoldMode.All, "held=")]
    public async Task A_guest_without_cookies_comments_and_sees_it_in_the_frame(HoldMode hold, string place)
    {
        await using var site = await Site.StartAsync(hold);
        using var browser = site.Browse();
        var page = await browser.GetAsync(Page);
        using var bare = new HttpClient(new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
        })
        { BaseAddress = site.Address };
        var form = page.Html.QuerySelector<IHtmlFormElement>("#respond form")!;
        var fields = Browser.Fields(form);
        (fields["name"], fields["email"], fields["body"]) = ("Max", "max@example.org", "From *afar*");
        var action = form.GetAttribute("action")!;

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            answers.Add(await bare.SendAsync(request));
        }

        answers.Should().OnlyContain(static a => a.StatusCode == HttpStatusCode.SeeOther);
        var back = answers[0].Headers.Location!.OriginalString;
        back.Should().StartWith(Page + "?" + place);
        (await bare.GetStringAsync(back)).Should().Contain("<em>afar</em>");
        var counts = await site.Get<ThreadService>().CountAsync(site.Blog.Id, site.Post.Id);
        (counts.Approved + counts.Pending).Should().Be(1);
        if (hold is HoldMode.All)
        {
            (await bare.GetStringAsync(Page)).Should().NotContain("afar");
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_form_from_elsewhere_is_refused(string header, string value)
    {
        await using var site = await Site.StartAsync();
        using var client = site.Browse().Client;
        using var request = new HttpRequestMessage(HttpMethod.Post, Page + "/comments")
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string> { ["name"] = "Max", ["email"] = "max@example.org", ["body"] = "x" }),
        };
        request.Headers.TryAddWithoutValidation(header, value);

        (await client.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.BadRequest);

        (await site.Get<ThreadService>().CountAsync(site.Blog.Id, site.Post.Id)).Should().Be(ThreadCounts.None);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_the_frame_and_nothing_typed_is_lost()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        var page = await browser.CommentAsync(Page, ("name", ""), ("body", "Keep me"));

        page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        page.First("#bk-body").Should().Contain("Keep me");
        page.Attribute("form", "action").Should().StartWith(Page + "/comments");
    }

    [Fact]
    public async Task Votes_are_shown_in_the_frame_and_given_on_the_site()
    {
        await using var site = await Site.StartAsync();
        var comment = await site.CommentAsync("Max", "A point");
        await site.Comments.VoteAsync(comment.BlogId, comment.Id, Vote.Up, Actor.Guest("a voter with a secret of some length"));
        using var browser = site.Browse();

        var page = await browser.GetAsync(Page);

        page.All(".bk-actions > span").Should().Equal("Agree 1");
        page.All(".bk-actions > a").Should().Equal("Reply");
    }

    [Fact]
    public async Task Who_is_signed_in_proves_a_form_of_the_frame_by_the_token()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse("u1|Uma User");
        var page = await browser.GetAsync(Page);

        (await browser.CommentAsync(page, ("body", "x"), ("__RequestVerificationToken", null))).Status
            .Should().Be(HttpStatusCode.BadRequest);
        (await browser.CommentAsync(page, ("body", "x"))).Status.Should().Be(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Replies_and_orders_stay_in_the_frame()
    {
        await using var site = await Site.StartAsync(options: static o => o.Threads.RepliesPerRoot = 1);
        var root = await site.CommentAsync("Max", "Root");
        await site.CommentAsync("Max", "Another root");
        for (var i = 1; i <= 3; i++)
        {
            await site.CommentAsync("Eva", $"Answer {i}", root.Id);
        }

        using var browser = site.Browse();
        var page = await browser.GetAsync(Page);
        var links = page.Html.QuerySelectorAll("#comments a[href]")
            .Select(static a => a.GetAttribute("href")!)
            .Where(static h => h.StartsWith('/'))
            .ToArray();

        links.Should().NotBeEmpty().And.OnlyContain(static h => h.StartsWith(Page, StringComparison.Ordinal));
        var more = links.First(static l => l.Contains("/replies/", StringComparison.Ordinal));
        (await browser.GetAsync(more)).Text.Should().Contain("Answer 2");
        (await browser.GetAsync(Page + "/replies/nothing")).Status.Should().Be(HttpStatusCode.NotFound);
        (await browser.GetAsync(Page + "/comments")).Location.Should().Be(Page);
    }

    [Fact]
    public async Task The_script_is_small_and_any_site_may_load_it()
    {
        await using var site = await Site.StartAsync();
        using var client = site.Browse().Client;

        var script = await client.GetAsync("/blog/embed.js");

        script.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
        script.Content.Headers.ContentType!.MediaType.Should().Be("text/javascript");
        (await script.Content.ReadAsByteArrayAsync()).Length.Should().BeLessThan(2_048);
    }

    [Fact]
    public async Task Hidden_and_protected_discussions_are_not_embedded()
    {
        await using var site = await Site.StartAsync();
        await site.CommentAsync("Max", "Secret words");
        await site.Posts.SetPasswordAsync(site.Post.BlogId, site.Post.Id, "open sesame", Actor.Author(site.Author), site.Post.Version);
        using var browser = site.Browse();

        var page = await browser.GetAsync(Page);

        page.Status.Should().Be(HttpStatusCode.NotFound);
        page.Text.Should().NotContain("Secret words");
        (await browser.GetAsync("/blog/embed/nothing")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("https://x.example/path")]
    [InlineData("https://*.example")]
    [InlineData("x.example")]
    [InlineData("https://x.example; script-src *")]
    public async Task An_origin_that_is_none_stops_the_start(string origin)
    {
        var start = () => Site.StartAsync(web: o => o.EmbedOrigins.Add(origin));

        await start.Should().ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>();
    }
}
