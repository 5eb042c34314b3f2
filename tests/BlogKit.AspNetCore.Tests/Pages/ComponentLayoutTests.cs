using System.Security.Claims;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Layouts made of what Blazor's templates use: links that know where they are, who is signed in, forms.</summary>
public sealed class ComponentLayoutTests
{
    private const string Slug = "open-for-talk-and-more";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_layout_with_links_that_know_where_they_are_stands_around_the_blog(bool hasBlazor)
    {
        await using var site = await Site.StartAsync(
            web: static o => o.Layout = typeof(BlazorLayout), builder: kit => AddBlazor(kit, hasBlazor));
        using var browser = site.Browse();

        foreach (var (path, isActive) in new[]
        {
            ("/blog", true),
            ("/blog/" + Slug, true),
            ("/blog/nothing?x=ä", true),
            ("/blog?cursor=nonsense", true),
        })
        {
            var page = await browser.GetAsync(path);
            page.Status.Should().NotBe(System.Net.HttpStatusCode.InternalServerError, because: path);
            page.Attribute("#blog-link", "class").Should().Be(isActive ? "nav active" : "nav", because: path);
            page.Attribute("#home-link", "class").Should().Be("nav");
            page.First("#where").Should().Be(site.Address + path[1..].Replace("ä", "%C3%A4", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_layout_knows_its_path_base()
    {
        await using var site = await Site.StartAsync(web: static o => o.Layout = typeof(BlazorLayout), map: static app =>
        {
            app.UsePathBase("/site");
            app.UseRouting();
            app.MapBlogKit("/blog");
        });
        using var browser = site.Browse();

        var page = await browser.GetAsync("/site/blog");

        page.First("#base").Should().Be(site.Address + "site/");
        page.Attribute("#blog-link", "class").Should().Be("nav active");
    }

    [Fact]
    public async Task A_layout_knows_who_looks()
    {
        await using var site = await Site.StartAsync(
            web: static o => o.Layout = typeof(AccountLayout),
            builder: static kit =>
            {
                AddBlazor(kit, hasBlazor: true);
                kit.Services.AddAuthorization();
                kit.Services.AddCascadingAuthenticationState();
            });
        using var guest = site.Browse();
        using var member = site.Browse("42|Mia");

        (await guest.GetAsync("/blog")).First("#account").Should().Be("Sign in");
        (await member.GetAsync("/blog")).First("#account").Should().Be("Mia");
        (await member.GetAsync("/blog")).Html.QuerySelector("#account input[name=__RequestVerificationToken]").Should().NotBeNull();
    }

    [Fact]
    public async Task A_page_with_a_form_of_the_layout_is_made_for_its_visitor_alone()
    {
        await using var site = await Site.StartAsync(
            web: static o => o.Layout = typeof(FormLayout), builder: static kit => AddBlazor(kit, hasBlazor: true));
        using var one = site.Browse();
        using var other = site.Browse();

        var first = await one.GetAsync("/blog");
        var second = await other.GetAsync("/blog");

        first.Attribute("input[name=__RequestVerificationToken]", "value").Should().NotBeNullOrEmpty()
            .And.NotBe(second.Attribute("input[name=__RequestVerificationToken]", "value"));
        first.Response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task The_default_policy_leaves_a_layout_its_scripts_and_where_its_addresses_begin()
    {
        await using var site = await Site.StartAsync(web: static o => o.Layout = typeof(BlazorLayout));
        using var browser = site.Browse();

        (await browser.GetAsync("/blog")).Response.Headers.GetValues("Content-Security-Policy").Single()
            .Should().Be(BlogKitWebOptions.DefaultLayoutContentSecurityPolicy).And.Contain(
                "base-uri 'self'").And.NotContain("script-src").And.NotContain("default-src");
    }

    [Fact]
    public async Task Blazors_navigation_takes_a_page_in_a_Blazor_layout_as_it_is_sent()
    {
        await using var inside = await Site.StartAsync(HoldMode.None, web: static o => o.Layout = typeof(BlazorLayout));
        await using var own = await Site.StartAsync();
        await inside.CommentAsync("Max", "One");
        using var browser = inside.Browse();
        using var other = own.Browse();

        // The second time the page is one that was kept.
        foreach (var path in new[] { "/blog", "/blog/" + Slug, "/blog/" + Slug, "/blog/nothing", "/blog/search" })
        {
            var page = await browser.GetAsync(path);
            page.Response.Headers.GetValues("blazor-enhanced-nav").Should().Equal("allow");
            page.Attribute("#host > .bk-inside", "data-enhance-nav")
                .Should().Be("false", because: "a permalink is a redirect to a fragment, which Blazor's navigation loses");
        }

        (await other.GetAsync("/blog")).Response.Headers.Contains("blazor-enhanced-nav")
            .Should().BeFalse(because: "a document of BlogKit's is none of the application's");
        (await other.GetAsync("/blog/" + Slug)).Html.QuerySelector(".bk-inside").Should().BeNull();
    }

    [Fact]
    public async Task No_link_of_the_content_begins_with_a_part_of_an_address()
    {
        await using var site = await Site.StartAsync(HoldMode.None, web: static o => o.Layout = typeof(BlazorLayout));
        var post = await site.PublishAsync(
            new NewPost(site.Blog.Id, "With headings", "## One\n\ntext[^1]\n\n## Two\n\n[up](#one)\n\n## Three\n\n[^1]: A note."));
        for (var i = 0; i < 3; i++)
        {
            await site.CommentAsync("Max " + i, "One", post: post);
        }

        using var browser = site.Browse();
        foreach (var path in new[] { "/blog/with-headings", "/blog/with-headings?sort=newest", "/blog" })
        {
            var page = await browser.GetAsync(path);
            page.Html.QuerySelectorAll("#host [href]").Select(static a => a.GetAttribute("href")!).Should().NotBeEmpty()
                .And.OnlyContain(static href => href.StartsWith('/') || href.StartsWith("http", StringComparison.Ordinal), because: path);
        }

        (await browser.GetAsync(
            "/blog/with-headings?sort=newest")).Html.QuerySelectorAll(".bk-contents a").Select(static a => a.GetAttribute("href"))
            .Should().OnlyContain(
                static href => href!.StartsWith("/blog/with-headings?sort=newest#", StringComparison.Ordinal));
        var refused = await browser.CommentAsync("/blog/with-headings", ("name", ""), ("email", "x"), ("body", ""));
        refused.Html.QuerySelectorAll(".bk-errors a").Select(static a => a.GetAttribute("href")).Should().NotBeEmpty().And.OnlyContain(
            static href => href!.StartsWith("/blog/with-headings/comments#bk-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(PageColorScheme.Surrounding, null, "light dark")]
    [InlineData(PageColorScheme.System, "system", "light dark")]
    [InlineData(PageColorScheme.Light, "light", "light")]
    [InlineData(PageColorScheme.Dark, "dark", "dark")]
    public async Task Light_and_dark_are_a_choice(PageColorScheme scheme, string? theme, string schemes)
    {
        await using var own = await Site.StartAsync(web: o => o.ColorScheme = scheme);
        await using var around = await Site.StartAsync(web: o => (o.ColorScheme, o.Layout) = (scheme, typeof(BlazorLayout)));
        using var browser = own.Browse();
        using var other = around.Browse();

        var page = await browser.GetAsync("/blog");
        page.Attribute("body.bk", "data-theme").Should().Be(theme);
        page.Attribute("meta[name=color-scheme]", "content").Should().Be(schemes);
        (await other.GetAsync("/blog")).Attribute("#host > .bk-inside", "data-theme").Should().Be(theme);
    }

    private static void AddBlazor(BlogKitBuilder kit, bool hasBlazor)
    {
        if (hasBlazor)
        {
            kit.Services.AddRazorComponents();
        }
    }

    private abstract class LayoutBase : ComponentBase
    {
        [Parameter]
        public required PageFrame Frame { get; set; }

        [Parameter]
        public RenderFragment? ChildContent { get; set; }

        [Inject]
        public NavigationManager Navigation { get; set; } = null!;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddMarkupContent(0, "<!DOCTYPE html><html lang=\"en\"><head><base href=\"/\"><title>x</title></head><body>");
            Header(builder);
            builder.OpenElement(1, "main");
            builder.AddAttribute(2, "id", "host");
            builder.AddContent(3, ChildContent);
            builder.CloseElement();
            builder.AddMarkupContent(4, "</body></html>");
        }

        protected abstract void Header(RenderTreeBuilder builder);
    }

    private sealed class BlazorLayout : LayoutBase
    {
        protected override void Header(RenderTreeBuilder builder)
        {
            Link(builder, "home-link", "", NavLinkMatch.All);
            Link(builder, "blog-link", "blog", NavLinkMatch.Prefix);
            builder.AddMarkupContent(10, "<p id=\"where\">");
            builder.AddContent(11, Navigation.Uri);
            builder.AddMarkupContent(12, "</p><p id=\"base\">");
            builder.AddContent(13, Navigation.BaseUri);
            builder.AddMarkupContent(14, "</p>");
        }

        private static void Link(RenderTreeBuilder builder, string id, string href, NavLinkMatch match)
        {
            builder.OpenComponent<NavLink>(0);
            builder.AddComponentParameter(1, "id", id);
            builder.AddComponentParameter(2, "class", "nav");
            builder.AddComponentParameter(3, "href", href);
            builder.AddComponentParameter(4, nameof(NavLink.Match), match);
            builder.CloseComponent();
        }
    }

    private sealed class AccountLayout : LayoutBase
    {
        protected override void Header(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "div");
            builder.AddAttribute(1, "id", "account");
            builder.OpenComponent<AuthorizeView>(2);
            builder.AddComponentParameter(
                3, nameof(AuthorizeView.Authorized), (RenderFragment<AuthenticationState>)(static state => content =>
                {
                    content.AddContent(0, state.User.FindFirstValue(ClaimTypes.Name));
                    content.OpenComponent<AntiforgeryToken>(1);
                    content.CloseComponent();
                }));
            builder.AddComponentParameter(
                4,
                nameof(AuthorizeView.NotAuthorized),
                (RenderFragment<AuthenticationState>)(static _ => static content => content.AddContent(0, "Sign in")));
            builder.CloseComponent();
            builder.CloseElement();
        }
    }

    private sealed class FormLayout : LayoutBase
    {
        protected override void Header(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "form");
            builder.AddAttribute(1, "method", "post");
            builder.OpenComponent<AntiforgeryToken>(2);
            builder.CloseComponent();
            builder.CloseElement();
        }
    }
}
