using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Tests;

/// <summary>The layout of an application in MVC or Razor Pages around the blog.</summary>
public sealed class RazorLayoutTests
{
    private const string Slug = "open-for-talk-and-more";

    [Theory]
    [InlineData("/Views/Shared/_Layout.cshtml")]
    [InlineData("_Layout")]
    public async Task The_layout_is_around_every_page_of_readers(string name)
    {
        await using var site = await StartAsync(name);
        using var browser = site.Browse();

        foreach (var (path, status, title) in new[]
        {
            ("/blog", HttpStatusCode.OK, "Notes from the Hive"),
            ("/blog/" + Slug, HttpStatusCode.OK, "Open for Talk (and More)"),
            ("/blog/search", HttpStatusCode.OK, null),
            ("/blog/nothing", HttpStatusCode.NotFound, "Not found"),
        })
        {
            var page = await browser.GetAsync(path);
            page.Status.Should().Be(status, because: path);
            page.Html.QuerySelectorAll("html, head, body, main, title").Should().HaveCount(5, because: path);
            page.First("#host-header").Should().Be("The <host>");
            page.Html.QuerySelector("#host > .bk.bk-inside[lang=en][dir=ltr] h1").Should().NotBeNull(because: path);
            page.Html.QuerySelector("head link[rel=stylesheet]").Should().NotBeNull();
            page.Html.QuerySelector("body link[rel=stylesheet], body.bk, .bk-site").Should().BeNull();
            if (title is not null)
            {
                page.First("title").Should().Be(title + " - Host");
            }
        }

        var post = await browser.GetAsync("/blog/" + Slug);
        post.Html.QuerySelector("head link[rel=canonical]").Should().NotBeNull();
        post.Html.QuerySelector("head script[type='application/ld+json']").Should().NotBeNull();
        post.Html.QuerySelector("head link[rel=alternate]").Should().NotBeNull();
    }

    [Fact]
    public async Task A_layout_without_a_place_for_the_head_brings_style_and_script_in_the_body()
    {
        await using var site = await StartAsync("/Bare.cshtml");
        using var browser = site.Browse();

        var page = await browser.GetAsync("/blog/" + Slug);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.QuerySelector("body link[rel=stylesheet]").Should().NotBeNull();
        page.Html.QuerySelector("body script[type=module]").Should().NotBeNull();
        page.Html.QuerySelector("link[rel=canonical]").Should().BeNull();
    }

    [Fact]
    public async Task Comments_are_sent_and_refused_inside_the_layout()
    {
        await using var site = await StartAsync("_Layout");
        using var browser = site.Browse();

        var refused = await browser.CommentAsync("/blog/" + Slug, ("name", ""), ("email", "eva@example.org"), ("body", "Two"));
        refused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        refused.First("#host-header").Should().Be("The <host>");

        var sent = await browser.CommentAsync(refused, ("name", "Eva"));
        sent.Status.Should().Be(HttpStatusCode.SeeOther);
        (await browser.FollowAsync(await browser.FollowAsync(sent))).All(".bk-comment .bk-text").Should().Equal("Two");
    }

    [Fact]
    public async Task Desk_feeds_and_frames_have_documents_of_their_own()
    {
        await using var site = await StartAsync("_Layout", desk: true);
        using var author = site.Browse(Site.AuthorUser + "|Ada Keeper");

        (await author.GetAsync("/blog/desk/posts")).Html.QuerySelector("#host-header").Should().BeNull();
        (await author.GetAsync("/blog/embed/" + Slug)).Html.QuerySelector("#host-header").Should().BeNull();
        (await author.GetAsync("/blog/feed.xml")).Text.Should().StartWith("<?xml");
    }

    [Fact]
    public async Task A_page_in_the_layout_of_the_application_leaves_its_scripts_and_styles_to_it()
    {
        await using var site = await StartAsync("_Layout", desk: true);
        using var author = site.Browse(Site.AuthorUser + "|Ada Keeper");

        foreach (var path in new[] { "/blog", "/blog/" + Slug, "/blog/nothing-here" })
        {
            Policy(await author.GetAsync(path)).Should().Be(BlogKitWebOptions.DefaultLayoutContentSecurityPolicy, because: path);
        }

        Policy(await author.GetAsync("/blog/desk/posts")).Should().Be(BlogKitWebOptions.DefaultContentSecurityPolicy);
    }

    [Fact]
    public async Task What_a_layout_says_to_one_visitor_is_not_kept_for_others()
    {
        await using var site = await StartAsync("/Greeting.cshtml");
        using var one = site.Browse();
        using var other = site.Browse();

        var first = (await one.GetAsync("/blog")).First("#greeting");
        var second = (await other.GetAsync("/blog")).First("#greeting");

        first.Should().NotBe(second);
    }

    [Fact]
    public async Task A_layout_that_is_not_there_is_an_error_at_the_start()
    {
        var act = () => StartAsync("/Nowhere.cshtml");

        await act.Should().ThrowAsync<InvalidOperationException>().WithMessage("*ViewLayout*'/Nowhere.cshtml'*");
    }

    [Fact]
    public async Task An_application_without_views_is_told_what_to_call()
    {
        var act = () => Site.StartAsync(builder: static kit => kit.UseLayout("_Layout"));

        await act.Should().ThrowAsync<InvalidOperationException>().WithMessage("*AddRazorPages*AddControllersWithViews*");
    }

    [Fact]
    public void Two_layouts_are_refused()
    {
        var services = new ServiceCollection();
        services.AddBlogKit().UseInMemory().AddWeb(static o => (o.Layout, o.ViewLayout) = (typeof(Components.BlogHead), "_Layout"));

        var act = () => _ = services.BuildServiceProvider().GetRequiredService<IOptions<BlogKitWebOptions>>().Value;

        act.Should().Throw<OptionsValidationException>().WithMessage("*ViewLayout*Layout*");
    }

    private static string Policy(WebPage page) => page.Response.Headers.GetValues("Content-Security-Policy").Single();

    private static Task<Site> StartAsync(string layout, bool desk = false) => Site.StartAsync(
        desk: desk,
        builder: kit =>
        {
            kit.UseLayout(layout);
            kit.Services.AddControllersWithViews();
            kit.Services.AddSingleton<IRazorViewEngine, Layouts>();
        });

    /// <summary>Views that are written by hand: the compiler of Razor is not in these tests.</summary>
    private sealed class Layouts : IRazorViewEngine
    {
        public RazorPageResult FindPage(ActionContext context, string pageName) => Find(pageName);

        public RazorPageResult GetPage(string executingFilePath, string pagePath) => Find(pagePath);

        public string? GetAbsolutePath(string? executingFilePath, string? pagePath) => pagePath;

        public ViewEngineResult FindView(ActionContext context, string viewName, bool isMainPage) =>
            ViewEngineResult.NotFound(viewName, [viewName]);

        public ViewEngineResult GetView(string? executingFilePath, string viewPath, bool isMainPage) =>
            ViewEngineResult.NotFound(viewPath, [viewPath]);

        private static RazorPageResult Find(string name) => name switch
        {
            "_Layout" or "/Views/Shared/_Layout.cshtml" => new RazorPageResult(name, new HostPage(hasHead: true, greets: false)),
            "/Bare.cshtml" => new RazorPageResult(name, new HostPage(hasHead: false, greets: false)),
            "/Greeting.cshtml" => new RazorPageResult(name, new HostPage(hasHead: true, greets: true)),
            _ => new RazorPageResult(name, [name]),
        };
    }

    private sealed class HostPage(bool hasHead, bool greets) : RazorPage<object?>
    {
        public override async Task ExecuteAsync()
        {
            WriteLiteral("<!DOCTYPE html><html lang=\"en\"><head><title>");
            Write(ViewData["Title"]);
            WriteLiteral(" - Host</title>");
            if (hasHead)
            {
                Write(await RenderSectionAsync("head", required: false));
            }

            WriteLiteral("</head><body><header id=\"host-header\">");
            Write("The <host>");
            WriteLiteral("</header>");
            if (greets)
            {
                Context.Response.Cookies.Append("seen", "yes");
                WriteLiteral("<p id=\"greeting\">");
                Write(Guid.NewGuid());
                WriteLiteral("</p>");
            }

            WriteLiteral("<main id=\"host\">");
            Write(RenderBody());
            WriteLiteral("</main>");
            Write(await RenderSectionAsync("Scripts", required: false));
            WriteLiteral("</body></html>");
        }
    }
}
