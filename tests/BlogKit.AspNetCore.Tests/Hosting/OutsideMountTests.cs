using System.Net;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.AspNetCore.Internal;
using BlogKit.OpenWeb;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>What of a blog stands beside its path: bound to its hosts, and below what the application has there itself.</summary>
public sealed class OutsideMountTests
{
    [Fact]
    public async Task Every_blog_on_hosts_has_its_own_robots_file_and_other_hosts_have_none()
    {
        await using var site = await Site.StartAsync(map: static app => MapOnHosts(app));
        await site.Get<BlogService>().CreateAsync(new NewBlog("second", "The Second"), Actor.System);
        using var browser = site.Browse();

        (await GetAsync(browser, "first.example", "/robots.txt")).Text
            .Should().Contain("Sitemap: http://first.example/sitemap.xml").And.NotContain("second");
        (await GetAsync(browser, "second.example", "/robots.txt")).Text
            .Should().Contain("Sitemap: http://second.example/sitemap.xml").And.NotContain("first");
        (await GetAsync(browser, "elsewhere.example", "/robots.txt")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("first.example", "second.example", false)]
    [InlineData("*.example", "second.example", false)]
    [InlineData("first.example", "", true)]
    public async Task Blogs_on_hosts_have_an_icon_and_other_hosts_have_none_of_theirs(string one, string other, bool everywhere)
    {
        await using var site = await Site.StartAsync(map: app =>
        {
            foreach (var (key, host) in new[] { ("default", one), ("second", other) })
            {
                app.MapBlogKit("/" + key, o =>
                {
                    o.BlogKey = key;
                    if (host.Length > 0)
                    {
                        o.Hosts.Add(host);
                    }
                });
            }
        });
        using var browser = site.Browse();

        (await GetAsync(browser, "first.example", "/favicon.ico")).Status.Should().Be(HttpStatusCode.OK);
        (await GetAsync(browser, "second.example", "/favicon.ico")).Status.Should().Be(HttpStatusCode.OK);
        (await GetAsync(browser, "elsewhere.test", "/favicon.ico")).Status
            .Should().Be(everywhere ? HttpStatusCode.OK : HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_applications_own_robots_file_comes_before_the_blogs(bool onHosts)
    {
        await using var site = await Site.StartAsync(map: app =>
        {
            app.MapGet("/robots.txt", static () => "The application's");
            if (onHosts)
            {
                MapOnHosts(app);
            }
            else
            {
                app.MapBlogKit("/");
            }
        });
        using var browser = site.Browse();

        foreach (var host in new[] { "first.example", "second.example", "elsewhere.example" })
        {
            (await GetAsync(browser, host, "/robots.txt")).Text.Should().Be("The application's", because: host);
        }
    }

    [Fact]
    public async Task An_endpoint_of_the_application_that_is_asked_later_comes_first_all_the_same()
    {
        await using var site = await Site.StartAsync(map: static app =>
        {
            app.MapBlogKit("/");
            app.MapGet("/ROBOTS.txt", static () => "The application's").WithOrder(7);
            app.MapGet("/{**everything}", static () => "Anything").WithOrder(9);
        });
        using var browser = site.Browse();

        (await browser.GetAsync("/robots.txt")).Text.Should().Be("The application's");
    }

    [Fact]
    public async Task A_page_of_the_application_for_everything_else_does_not_swallow_the_blogs_robots_file()
    {
        await using var site = await Site.StartAsync(map: static app =>
        {
            app.MapFallback("{**everything}", static () => "Anything");
            app.MapBlogKit("/blog", static o => o.Robots = true);
        });
        using var browser = site.Browse();

        (await browser.GetAsync("/robots.txt")).Text.Should().Contain("/blog/sitemap.xml");
    }

    [Fact]
    public async Task Several_blogs_on_one_host_share_one_robots_file()
    {
        await using var site = await Site.StartAsync(map: static app =>
        {
            app.MapBlogKit("/news", static o => o.Robots = true);
            app.MapBlogKit("/lab", static o => (o.BlogKey, o.Robots) = ("lab", true));
            app.MapBlogKit("/gone", static o => (o.BlogKey, o.Robots) = ("gone", true));
        });
        await site.Get<BlogService>().CreateAsync(new NewBlog("lab", "The Lab"), Actor.System);
        using var browser = site.Browse();

        var text = (await browser.GetAsync("/robots.txt")).Text;

        text.Should().Contain(
            "/news/sitemap.xml").And.Contain("/lab/sitemap.xml").And.Contain("Disallow: /lab/desk").And.NotContain("/gone");
        text.Split("User-agent:").Should().HaveCount(2);
    }

    [Fact]
    public async Task A_file_in_the_applications_web_root_comes_before_the_blogs()
    {
        var folder = Directory.CreateTempSubdirectory("blogkit-root-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "robots.txt"), "User-agent: *\nDisallow: /\n");
        await using var site = await Site.StartAsync(map: app =>
        {
            app.Environment.WebRootFileProvider = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(folder.FullName);
            app.MapBlogKit("/");
        });
        using var browser = site.Browse();

        (await browser.GetAsync("/robots.txt")).Text.Should().Be("User-agent: *\nDisallow: /\n");
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Blogs_on_hosts_tell_programs_where_to_write()
    {
        await using var site = await Site.StartAsync(
            desk: true,
            builder: static kit => kit.Services.AddScoped<IMetaWeblogAuthenticator, Nobody>(),
            openWeb: static o => o.ReceiveWebmentions = true,
            map: static app => MapOnHosts(app));
        await site.Get<BlogService>().CreateAsync(new NewBlog("second", "The Second"), Actor.System);
        using var browser = site.Browse();

        foreach (var host in new[] { "first.example", "second.example" })
        {
            var page = await GetAsync(browser, host, "/");
            page.Attribute("link[rel=micropub]", "href").Should().Be("/micropub", because: host);
            page.Attribute("link[rel=EditURI]", "href").Should().Be("/rsd.xml", because: host);
        }

        (await GetAsync(browser, "first.example", "/open-for-talk-and-more")).Attribute("link[rel=webmention]", "href")
            .Should().Be("/webmention");
    }

    [Fact]
    public void A_mount_is_the_same_however_often_it_is_read()
    {
        var mount = Read("/blog", "a.example", "b.example");

        mount.Should().Be(Read("blog/", "B.example", "A.example")).And.NotBe(Read("/blog", "a.example")).And.NotBe(
            Read("/other", "a.example", "b.example"));
        mount.GetHashCode().Should().Be(Read("/BLOG", "b.example", "a.example").GetHashCode());
        BlogMount.Read("/blog", static o => o.ApiCorsPolicy = "x").Should().Be(BlogMount.Read("/blog", null));
    }

    [Theory]
    [InlineData("/account/login", "/site/account/login")]
    [InlineData("~/account/login?x=1#y", "/site/account/login?x=1#y")]
    [InlineData("account/login", "/site/account/login")]
    [InlineData("/site/account/login", "/site/account/login")]
    [InlineData("/sites/login", "/site/sites/login")]
    [InlineData("https://sign.example/in", "https://sign.example/in")]
    [InlineData("//sign.example/in", "//sign.example/in")]
    [InlineData("/", "/site/")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void The_applications_addresses_are_below_its_path_base(string? path, string? expected)
    {
        var context = new DefaultHttpContext { Request = { PathBase = "/site" } };

        ApplicationLink.To(context.Request, path).Should().Be(expected);
        ApplicationLink.To(new DefaultHttpContext().Request, "/account/login").Should().Be("/account/login");
    }

    [Theory]
    [InlineData("/account/login", "/site/account/login?ReturnUrl=%2Fpage%3Fa%3Db%23respond")]
    [InlineData("~/in?theme=dark#form", "/site/in?theme=dark&ReturnUrl=%2Fpage%3Fa%3Db%23respond#form")]
    [InlineData("/account/login?returnUrl=%2Fhome", "/site/account/login?returnUrl=%2Fhome")]
    [InlineData("https://sign.example/in", "https://sign.example/in")]
    [InlineData("//sign.example/in", "//sign.example/in")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Whoever_signs_in_at_the_application_is_led_back(string? path, string? expected)
    {
        var context = new DefaultHttpContext { Request = { PathBase = "/site" } };

        ApplicationLink.ToSignIn(context.Request, path, "/page?a=b#respond").Should().Be(expected);
        ApplicationLink.ToSignIn(context.Request, path, back: null).Should().Be(ApplicationLink.To(context.Request, path));
    }

    [Fact]
    public async Task Every_address_on_a_page_has_the_path_base()
    {
        await using var site = await Site.StartAsync(
            desk: true,
            options: static o => o.Comments.AllowGuests = false,
            web: static o => o.SignInPath = "/account/login",
            map: static app =>
            {
                app.UsePathBase("/site");
                app.UseRouting();
                app.UseAuthorization();
                app.MapBlogKit("/blog");
            });
        await site.CommentAsync("Max", "One", actor: Actor.Author(site.Author));
        using var browser = site.Browse();
        using var author = site.Browse(Site.AuthorUser + "|Ada Keeper");

        foreach (var (who, path) in new[]
        {
            (browser, "/site/blog"),
            (browser, "/site/blog/open-for-talk-and-more"),
            (browser, "/site/blog/desk"),
            (author, "/site/blog/desk/comments"),
            (author, "/site/blog/desk/posts/new"),
        })
        {
            var page = await who.GetAsync(path);
            var addresses = page.Html.QuerySelectorAll("[href], [src], [action], [formaction]")
                .SelectMany(static e =>
                    new[] { e.GetAttribute("href"), e.GetAttribute("src"), e.GetAttribute("action"), e.GetAttribute("formaction") })
                .Where(static address => address?.StartsWith('/') == true)
                .ToArray();
            addresses.Should().NotBeEmpty(because: path).And.OnlyContain(
                static address => address!.StartsWith("/site/", StringComparison.Ordinal), because: path);
        }

        (await browser.GetAsync("/site/blog/open-for-talk-and-more")).Html.QuerySelector(
            "a[href='/site/account/login?ReturnUrl=%2Fsite%2Fblog%2Fopen-for-talk-and-more%23respond']")
            .Should().NotBeNull();
        (await browser.GetAsync("/site/blog/desk")).Html.QuerySelector("a[href='/site/account/login?ReturnUrl=%2Fsite%2Fblog%2Fdesk']")
            .Should().NotBeNull();
    }

    private static void MapOnHosts(WebApplication app)
    {
        app.MapBlogKit("/", static o => o.Hosts.Add("first.example"));
        app.MapBlogKit("/", static o =>
        {
            o.BlogKey = "second";
            o.Hosts.Add("second.example");
        });
    }

    private static BlogMount Read(string prefix, params string[] hosts) => BlogMount.Read(prefix, o =>
    {
        foreach (var host in hosts)
        {
            o.Hosts.Add(host);
        }
    });

    private static async Task<WebPage> GetAsync(Browser browser, string host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        return await browser.ReadAsync(await browser.Client.SendAsync(request));
    }

    private sealed class Nobody : IMetaWeblogAuthenticator
    {
        public Task<string?> AuthenticateAsync(Blog blog, string userName, string password, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(null);
    }
}
