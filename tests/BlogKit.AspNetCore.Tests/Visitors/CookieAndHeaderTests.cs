using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Tests;

public sealed class CookieAndHeaderTests
{
    private const string Post = "/blog/open-for-talk-and-more";

    [Fact]
    public async Task Over_https_cookies_are_this_hosts_alone_and_known_again()
    {
        await using var site = await Site.StartAsync(map: Secure);
        await site.PublishAsync(
            new NewPost(site.Blog.Id, "Secret", "Hidden words.") { Visibility = PostVisibility.Password, Password = "open sesame" });
        using var reader = site.Browse();

        var commented = await CommentAsync(reader);
        var unlocked = await reader.PostAsync(
            "/blog/secret/password", new FormUrlEncodedContent([new("password", "open sesame")]), origin: null);

        var cookies = (string[])[.. CookiesOf(commented), .. CookiesOf(unlocked)];
        cookies.Should().HaveCount(3).And.OnlyContain(static c => c.StartsWith("__Host-bk.") && c.Contains("; secure")
            && c.Contains("; path=/;") && c.Contains("httponly") && !c.Contains("domain"));
        cookies.Select(static c => c.Split('=')[0]).Should().Contain(["__Host-bk.guest", "__Host-bk.me"]);
        var sent = string.Join("; ", cookies.Select(static c => c.Split(';')[0]));
        (await GetAsync(reader, Post, sent)).Attribute("#respond input[name=name]", "value").Should().Be("Max");
        (await GetAsync(reader, "/blog/secret", sent)).Text.Should().Contain("Hidden words.");
        (await GetAsync(reader, "/blog/secret", sent.Replace("__Host-", ""))).Text
            .Should().NotContain("Hidden words.", "a name without the prefix may have been put under by another host");
    }

    [Fact]
    public async Task Over_plain_http_cookies_have_plain_names_and_the_path_of_the_blog()
    {
        await using var site = await Site.StartAsync();
        using var reader = site.Browse();

        var cookies = CookiesOf(await CommentAsync(reader));

        cookies.Select(static c => c.Split('=')[0]).Should().BeEquivalentTo("bk.guest", "bk.me");
        cookies.Should().OnlyContain(static c => c.Contains("; path=/blog;") && !c.Contains("; secure"));
        (await reader.GetAsync(Post)).Attribute("#respond input[name=name]", "value").Should().Be("Max");
    }

    [Theory]
    [InlineData("/blog")]
    [InlineData(Post)]
    [InlineData("/blog/search?q=x")]
    [InlineData("/blog/nothing-here")]
    [InlineData("/blog/embed/open-for-talk-and-more")]
    public async Task Pages_let_no_script_ask_for_camera_or_place(string path)
    {
        await using var site = await Site.StartAsync();
        using var reader = site.Browse();

        for (var i = 0; i < 2; i++)
        {
            (await reader.GetAsync(path)).Response.Headers.GetValues("Permissions-Policy")
                .Should().Equal(BlogKitWebOptions.DefaultPermissionsPolicy);
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("geolocation=(self)", "geolocation=(self)")]
    public async Task An_application_has_a_permissions_policy_of_its_own_or_none(string? option, string? header)
    {
        await using var site = await Site.StartAsync(web: o => o.PermissionsPolicy = option);
        using var reader = site.Browse();

        var page = await reader.GetAsync(Post);

        (page.Response.Headers.TryGetValues("Permissions-Policy", out var values) ? values.Single() : null).Should().Be(header);
    }

    [Fact]
    public async Task A_permissions_policy_of_two_lines_is_refused_at_the_start()
    {
        var start = async () => await Site.StartAsync(web: static o => o.PermissionsPolicy = "camera=()\r\nSet-Cookie: x=1");

        await start.Should().ThrowAsync<OptionsValidationException>().WithMessage("*PermissionsPolicy*");
    }

    [Fact]
    public async Task A_blog_without_its_public_address_says_so_once()
    {
        var log = new FakeLoggerProvider();
        await using var site = await Site.StartAsync(log: log);
        using var reader = site.Browse();

        await reader.GetAsync(Post);
        await reader.GetAsync("/blog/archive");
        await reader.GetAsync("/blog");

        log.At(LogLevel.Warning).Should().ContainSingle(static line => line.Contains("Blog.BaseUrl"));
    }

    [Fact]
    public async Task A_blog_with_its_public_address_says_nothing()
    {
        var log = new FakeLoggerProvider();
        await using var site = await Site.StartAsync(log: log);
        await site.Get<BlogService>().UpdateAsync(
            site.Blog with { BaseUrl = new Uri("https://example.org/blog") }, Actor.Author(site.Author));
        using var reader = site.Browse();

        await reader.GetAsync(Post);

        log.At(LogLevel.Warning).Should().BeEmpty();
    }

    private static void Secure(WebApplication app)
    {
        app.Use(static (context, next) =>
        {
            context.Request.Scheme = "https";
            return next(context);
        });
        app.MapBlogKit("/blog");
    }

    private static string[] CookiesOf(WebPage page) =>
    [
        .. page.Response.Headers.TryGetValues("Set-Cookie", out var cookies)
            ? cookies.Where(static c => c.Contains("bk.", StringComparison.Ordinal))
            : [],
    ];

    private static async Task<WebPage> CommentAsync(Browser reader)
    {
        var page = await reader.GetAsync(Post);
        var form = page.Html.QuerySelector<IHtmlFormElement>("#respond form")!;
        var sent = await reader.PostAsync(
            form.GetAttribute("action")!,
            Browser.Content(form, ("name", "Max"), ("email", "max@example.org"), ("body", "A word."), ("remember", "1")),
            origin: null);
        sent.Status.Should().Be(HttpStatusCode.SeeOther, because: sent.Text);
        return sent;
    }

    private static async Task<WebPage> GetAsync(Browser reader, string path, string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookies);
        return await reader.SendAsync(request);
    }
}
