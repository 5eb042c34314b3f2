using System.Net;
using System.Text.RegularExpressions;
using BlogKit.AspNetCore.Components;
using BlogKit.AspNetCore.Internal;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>What an application puts in place of BlogKit's own, and what of BlogKit it puts on its own pages.</summary>
public sealed partial class AdoptionTests
{
    private const string Slug = "open-for-talk-and-more";

    [Fact]
    public async Task The_applications_layout_is_around_every_page_of_readers()
    {
        await using var site = await Site.StartAsync(web: static o => o.Layout = typeof(HostLayout));
        using var browser = site.Browse();

        foreach (var path in new[]
        {
            "/blog",
            "/blog/" + Slug,
            "/blog/search",
            "/blog/archive",
            "/blog/tags",
            "/blog/categories",
            "/blog/nothing",
        })
        {
            var page = await browser.GetAsync(path);
            page.First("#host-header").Should().Be("The host", because: path);
            page.Html.QuerySelector("#host-main > .bk h1").Should().NotBeNull(because: path);
            page.Html.QuerySelector("head link[rel=stylesheet]").Should().NotBeNull();
            page.Html.QuerySelector("body.bk, .bk-site").Should().BeNull();
            page.Html.QuerySelectorAll("html, head, body, main").Should().HaveCount(4);
        }

        (await browser.GetAsync("/blog/search")).Html.QuerySelector("#bk-q")
            .Should().NotBeNull(because: "a host need not have a search field");
    }

    [Fact]
    public async Task The_application_adds_to_the_head()
    {
        await using var site = await Site.StartAsync(web: static o => o.HeadContent = typeof(HostHead));
        using var browser = site.Browse();

        (await browser.GetAsync("/blog/" + Slug)).Attribute("head meta[name=host]", "content").Should().Be("Open for Talk (and More)");
    }

    [Fact]
    public async Task Head_content_needs_no_parameter()
    {
        await using var site = await Site.StartAsync(web: static o => o.HeadContent = typeof(PlainHead));
        using var browser = site.Browse();

        (await browser.GetAsync("/blog")).Html.QuerySelector("head meta[name=plain]").Should().NotBeNull();
    }

    [Fact]
    public async Task A_component_of_the_application_may_take_services_where_it_is_made()
    {
        await using var site = await Site.StartAsync(web: static o => o.HeadContent = typeof(HeadWithService));
        using var browser = site.Browse();

        (await browser.GetAsync("/blog")).Attribute("head meta[name=generator]", "content").Should().Be(nameof(BlogService));
        (await browser.GetAsync("/blog")).Html.QuerySelectorAll("head meta[name=generator]").Should().ContainSingle();
    }

    [Fact]
    public async Task The_applications_own_activator_makes_every_component_of_a_page()
    {
        var activator = new CountingActivator();
        await using var site = await Site.StartAsync(
            builder: b => b.Services.AddSingleton<IComponentActivator>(activator), web: static o => o.HeadContent = typeof(PlainHead));
        using var browser = site.Browse();

        await browser.GetAsync("/blog");

        activator.Made.Should().Contain([typeof(PlainHead), typeof(BlogLayout)]);
    }

    [Fact]
    public void A_layout_that_is_no_component_is_refused()
    {
        var host = WebApplication.CreateSlimBuilder();
        host.Services.AddBlogKit().UseInMemory().AddWeb(static o => o.Layout = typeof(string));
        using var app = (IDisposable)host.Build();

        var act = () => _ = ((WebApplication)app).Services
            .GetRequiredService<Microsoft.Extensions.Options.IOptions<BlogKitWebOptions>>().Value;

        act.Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().WithMessage("*Layout*component*");
    }

    [Fact]
    public async Task Every_page_can_be_replaced()
    {
        await using var site = await Site.StartAsync(builder: static kit => kit
            .ReplaceView<PostView, PostModel, Replacement<PostModel>>()
            .ReplaceView<PostListView, PostListModel, Replacement<PostListModel>>()
            .ReplaceView<SearchView, SearchModel, Replacement<SearchModel>>()
            .ReplaceView<ArchiveView, ArchiveModel, Replacement<ArchiveModel>>()
            .ReplaceView<TermListView, TermListModel, Replacement<TermListModel>>()
            .ReplaceView<MessageView, MessageModel, Replacement<MessageModel>>()
            .ReplaceView<PasswordView, PasswordModel, Replacement<PasswordModel>>()
            .ReplaceView<RepliesView, RepliesModel, Replacement<RepliesModel>>()
            .ReplaceView<RefusedCommentView, RefusedCommentModel, Replacement<RefusedCommentModel>>()
            .ReplaceView<EditCommentView, EditCommentModel, Replacement<EditCommentModel>>()
            .ReplaceView<DisplayNameView, DisplayNameModel, Replacement<DisplayNameModel>>()
            .ReplaceView<FlagView, FlagModel, Replacement<FlagModel>>()
            .ReplaceView<FeedbackView, FeedbackModel, Replacement<FeedbackModel>>());
        using var browser = site.Browse();
        var comment = await site.CommentAsync("Max", "One");
        await site.PublishAsync(
            new NewPost(site.Blog.Id, "Locked", "x") { Visibility = PostVisibility.Password, Password = "open sesame" });

        foreach (var (path, model) in new[]
        {
            ("/blog/" + Slug, nameof(PostModel)),
            ("/blog", nameof(PostListModel)),
            ("/blog/archive", nameof(ArchiveModel)),
            ("/blog/tags", nameof(TermListModel)),
            ("/blog/categories", nameof(TermListModel)),
            ("/blog/search", nameof(SearchModel)),
            ("/blog/nothing", nameof(MessageModel)),
            ("/blog/locked", nameof(PasswordModel)),
            ($"/blog/replies/{comment.Id}", nameof(RepliesModel)),
            ($"/blog/comments/{comment.Id}/flag", nameof(FlagModel)),
            ($"/blog/comments/{comment.Id}/more", nameof(FeedbackModel)),
        })
        {
            var page = await browser.GetAsync(path);
            page.First("#replaced").Should().Be(model, because: path);
        }
    }

    [Fact]
    public async Task A_blog_in_Arabic_reads_from_right_to_left_in_its_own_words()
    {
        await using var site = await Site.StartAsync();
        await site.Get<BlogService>().UpdateAsync(site.Blog with { Language = "ar" }, Actor.System);
        using var browser = site.Browse();

        var home = await browser.GetAsync("/blog");

        home.Attribute("html", "dir").Should().Be("rtl");
        home.Attribute("html", "lang").Should().Be("ar");
        home.First(".bk-teaser-end a").Should().Be("اقرأ المزيد");
        home.Attribute("#bk-q", "placeholder").Should().Be("بحث");
        (await browser.GetAsync("/blog/" + Slug)).First(".bk-byline").Should().Contain("بقلم").And.Contain("دقيقة واحدة للقراءة");
        (await browser.GetAsync("/blog/nothing")).First("h1").Should().Be("غير موجود");
        (await browser.GetAsync("/blog?cursor=nonsense")).First(".bk-message p")
            .Should().Be("لا يوجد هذا الجزء من القائمة. ابدأ من أولها.");
        (await browser.CommentAsync("/blog/" + Slug, ("name", ""), ("body", "x"))).First("#bk-name-error")
            .Should().Be("الحقل «الاسم» مطلوب.");
    }

    [Fact]
    public async Task The_applications_texts_are_on_the_page()
    {
        await using var site = await Site.StartAsync(
            builder: static kit => kit.AddTexts("en", new Dictionary<string, string> { ["post.read-on"] = "Go on <reading>" }));
        using var browser = site.Browse();

        (await browser.GetAsync("/blog")).First(".bk-teaser-end a").Should().Be("Go on <reading>");
    }

    [Fact]
    public async Task Blogs_on_several_hosts_share_a_path()
    {
        await using var site = await Site.StartAsync(map: static app =>
        {
            app.MapBlogKit("/", static o => o.Hosts.Add("first.example"));
            app.MapBlogKit("/", static o =>
            {
                o.BlogKey = "second";
                o.Hosts.Add("second.example");
            });
        });
        await site.Get<BlogService>().CreateAsync(new NewBlog("second", "The Second"), Actor.System);
        using var browser = site.Browse();

        (await GetAsync("first.example", "/")).Should().Contain("Notes from the Hive").And.Contain("href=\"http://first.example\"");
        (await GetAsync("second.example", "/")).Should().Contain("The Second").And.NotContain("Open for Talk");
        (await GetAsync("second.example", "/api/posts")).Should().NotContain("Open for Talk");
        (await browser.GetAsync("/")).Status.Should().Be(HttpStatusCode.NotFound);

        async Task<string> GetAsync(string host, string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;
            return await (await browser.Client.SendAsync(request)).Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task A_thread_stands_on_a_page_of_the_application_and_comments_come_back_to_it()
    {
        await using var site = await StartWithPagesAsync();
        await site.CommentAsync("Max", "One");
        using var browser = site.Browse();

        var page = await browser.GetAsync("/product?id=1&sort=newest");
        page.All(".bk.bk-inside .bk-comment .bk-text").Should().Equal("One");
        page.Attribute("input[name=returnTo]", "value").Should().Be("/product?id=1");
        var sent = await browser.CommentAsync(page, ("name", "Eva"), ("email", "eva@example.org"), ("body", "Two"));

        sent.Status.Should().Be(HttpStatusCode.SeeOther);
        sent.Location.Should().MatchRegex("^/product\\?id=1&comment=[0-9a-f-]+#comment-");
        (await browser.FollowAsync(sent)).All(".bk-comment .bk-text").Should().Equal("One", "Two");
    }

    [Fact]
    public async Task Links_under_a_thread_lead_back_to_the_page_it_stands_on()
    {
        await using var site = await StartWithPagesAsync(options: static o => o.Threads.RootsPerPage = 2);
        var comment = await site.CommentAsync("Max", "One");
        await site.CommentAsync("Eva", "Two");
        await site.CommentAsync("Ida", "Three");
        using var browser = site.Browse();

        var page = await browser.GetAsync("/product?id=5&sort=newest&q=a%26b&replyTo=nonsense");

        const string Here = "/product?id=5&q=a%26b";
        page.All(".bk-comment .bk-text").Should().Equal("Three", "Two");
        page.Html.QuerySelectorAll(".bk-actions a[href*=replyTo]").Select(static a => a.GetAttribute("href")).Should().HaveCount(2)
            .And.OnlyContain(static href => href!.StartsWith(Here + "&replyTo=", StringComparison.Ordinal)
                && href.EndsWith("#respond", StringComparison.Ordinal));
        page.Html.QuerySelectorAll(".bk-sort a").Select(static a => a.GetAttribute("href"))
            .Should().Equal(Here + "&sort=oldest#comments", Here + "&sort=best#comments");
        page.Attribute("a[rel~=next]", "href").Should().StartWith(Here + "&sort=newest&comments=").And.EndWith("#comments");
        (await browser.GetAsync(page.Attribute("a[rel~=next]", "href")!)).All(".bk-comment .bk-text").Should().Equal("One");

        var reply = await browser.GetAsync($"{Here}&replyTo={comment.Id}");
        reply.First("#bk-respond-title").Should().StartWith("Leave a Reply to Max");
        reply.Attribute(".bk-cancel", "href").Should().Be(Here + "#respond");
        (await browser.CommentAsync(reply, ("name", "Eva"), ("email", "eva@example.org"), ("body", "Four"))).Location
            .Should().StartWith(Here + "&comment=");
    }

    [Fact]
    public async Task A_comment_that_waits_says_so_on_the_page_of_the_application()
    {
        await using var site = await StartWithPagesAsync(HoldMode.All);
        using var browser = site.Browse();

        var sent = await browser.CommentAsync("/product", ("name", "Eva"), ("email", "eva@example.org"), ("body", "Two"));

        sent.Location.Should().MatchRegex("^/product\\?held=");
        (await browser.FollowAsync(sent)).First(".bk-notice").Should().StartWith("Thank you. Your comment is awaiting moderation");
    }

    [Fact]
    public async Task A_refused_comment_keeps_the_way_back()
    {
        await using var site = await StartWithPagesAsync();
        using var browser = site.Browse();

        var refused = await browser.CommentAsync("/product", ("name", ""), ("email", "eva@example.org"), ("body", "Two"));

        refused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        refused.Attribute("input[name=returnTo]", "value").Should().Be("/product");
        (await browser.CommentAsync(refused, ("name", "Eva"))).Location.Should().StartWith("/product?comment=");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\r\nX-Evil: 1")]
    [InlineData("product")]
    [InlineData("/a\\b")]
    [InlineData("/päge")]
    [InlineData("")]
    public async Task The_way_back_leads_nowhere_else(string path)
    {
        await using var site = await StartWithPagesAsync();
        using var browser = site.Browse();

        var sent = await browser.CommentAsync(
            "/product", ("name", "Eva"), ("email", "eva@example.org"), ("body", "Two"), ("returnTo", path));

        sent.Location.Should().StartWith("/blog/comments/");
        sent.Response.Headers.Contains("X-Evil").Should().BeFalse();
    }

    [Fact]
    public async Task Nothing_is_shown_of_a_post_that_is_not_to_be_read()
    {
        await using var site = await StartWithPagesAsync();
        await site.PublishAsync(
            new NewPost(site.Blog.Id, "Locked", "x") { Visibility = PostVisibility.Password, Password = "open sesame" });
        using var browser = site.Browse();

        foreach (var slug in new[] { "locked", "nothing", "Not%20A%20Slug", "" })
        {
            (await browser.GetAsync("/thread?slug=" + slug)).Text.Should().Be("[]", because: slug);
        }
    }

    [Fact]
    public async Task Tag_helpers_show_the_same_as_components()
    {
        await using var site = await StartWithPagesAsync();
        await site.CommentAsync("Max", "One");
        await site.PublishAsync(new NewPost(site.Blog.Id, "Second", "x"));
        using var browser = site.Browse();

        (await browser.GetAsync("/thread?slug=" + Slug)).All(".bk-comment .bk-text").Should().Equal("One");
        var recent = await browser.GetAsync("/recent?count=1");
        recent.All(".bk-recent li a").Should().Equal("Second");
        recent.Attribute(".bk-recent li a", "href").Should().Be("/blog/second");
    }

    [Fact]
    public async Task A_blog_that_is_not_mapped_is_named()
    {
        await using var site = await StartWithPagesAsync();

        var act = () => site.Get<BlogMounts>().Get(new DefaultHttpContext(), "third");

        act.Should().Throw<InvalidOperationException>().WithMessage("*'third'*MapBlogKit*");
    }

    [Fact]
    public void The_style_sheet_reaches_nothing_outside()
    {
        var css = Comment().Replace(System.Text.Encoding.UTF8.GetString(WebAssets.Style.Plain), "");
        var selectors = Rule().Matches(css)
            .Select(static match => match.Groups["head"].Value.Trim())
            .Where(static head => !head.StartsWith('@') && head.Length > 0)
            .SelectMany(static head => Comma().Split(head))
            .Select(static selector => selector.Trim());

        selectors.Should().NotBeEmpty().And.OnlyContain(static selector =>
            selector.StartsWith(".bk", StringComparison.Ordinal) || selector.StartsWith("html:has(> .bk)", StringComparison.Ordinal));
        css.Trim().Should().StartWith("@layer blogkit {");
    }

    [Fact]
    public void The_style_sheet_knows_no_left_and_right()
    {
        // A column that its author set to one side stays there.
        var css = System.Text.Encoding.UTF8.GetString(WebAssets.Style.Plain)
            .Replace("(.bk-left) { text-align: left; }", "", StringComparison.Ordinal)
            .Replace("(.bk-right) { text-align: right; }", "", StringComparison.Ordinal);

        Physical().Matches(css).Select(static match => match.Value).Should().BeEmpty();
    }

    private static Task<Site> StartWithPagesAsync(HoldMode hold = HoldMode.None, Action<BlogKitOptions>? options = null) => Site.StartAsync(
        hold,
        options,
        builder: static kit => kit.Services.AddRazorComponents(),
        map: static app =>
        {
            app.MapBlogKit("/blog");
            app.MapGet("/product", static () => new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<ProductPage>());
            app.MapGet("/thread", static async (HttpContext context, string? slug) => await RenderAsync(
                new BlogThreadTagHelper(context.RequestServices.GetRequiredService<IHttpContextAccessor>()) { Slug = slug ?? "" }));
            app.MapGet("/recent", static async (HttpContext context, int count) => await RenderAsync(
                new RecentPostsTagHelper(context.RequestServices.GetRequiredService<IHttpContextAccessor>()) { Count = count }));
        });

    private static async Task<IResult> RenderAsync(TagHelper helper)
    {
        var output = new TagHelperOutput("x", [], static (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        await helper.ProcessAsync(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        output.TagName.Should().BeNull();
        var content = output.Content.GetContent();
        return Results.Content(content.Length == 0 ? "[]" : content, "text/html; charset=utf-8");
    }

    [GeneratedRegex("/\\*.*?\\*/", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Comment();

    [GeneratedRegex("(?<head>[^{};]+)\\{", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Rule();

    // Commas between selectors, not those inside :where(…).
    [GeneratedRegex(",(?![^(]*\\))", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Comma();

    [GeneratedRegex(
        "(margin|padding|border|inset)-(left|right)|[{;\\s](left|right|float)\\s*:|text-align:\\s*(left|right)",
        RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex Physical();

    private sealed class HostLayout : ComponentBase
    {
        [Parameter]
        public required PageFrame Frame { get; set; }

        [Parameter]
        public RenderFragment? ChildContent { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddMarkupContent(0, "<!DOCTYPE html>");
            builder.OpenElement(1, "html");
            builder.AddAttribute(2, "lang", Frame.Blog.Language);
            builder.OpenElement(3, "head");
            builder.OpenComponent<BlogHead>(4);
            builder.AddComponentParameter(5, nameof(BlogHead.Frame), Frame);
            builder.CloseComponent();
            builder.CloseElement();
            builder.AddMarkupContent(6, "<body><header id=\"host-header\">The host</header>");
            builder.OpenElement(7, "main");
            builder.AddAttribute(8, "id", "host-main");
            builder.AddContent(9, ChildContent);
            builder.CloseElement();
            builder.CloseElement();
        }
    }

    private sealed class HostHead : ComponentBase
    {
        [Parameter]
        public required PageFrame Frame { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "meta");
            builder.AddAttribute(1, "name", "host");
            builder.AddAttribute(2, "content", Frame.Title);
            builder.CloseElement();
        }
    }

    private sealed class PlainHead : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            builder.AddMarkupContent(0, "<meta name=\"plain\" content=\"\" />");
    }

    private sealed class HeadWithService(BlogService blogs) : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            builder.AddMarkupContent(0, $"<meta name=\"generator\" content=\"{blogs.GetType().Name}\" />");
    }

    private sealed class CountingActivator : IComponentActivator
    {
        public List<Type> Made { get; } = [];

        public IComponent CreateInstance(Type componentType)
        {
            Made.Add(componentType);
            return (IComponent)Activator.CreateInstance(componentType)!;
        }
    }

    private sealed class Replacement<TModel> : BlogView<TModel>
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "p");
            builder.AddAttribute(1, "id", "replaced");
            builder.AddContent(2, Model!.GetType().Name);
            builder.CloseElement();
        }
    }

    private sealed class ProductPage : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddMarkupContent(0, "<h1>A product</h1>");
            builder.OpenComponent<BlogThread>(1);
            builder.AddComponentParameter(2, nameof(BlogThread.Slug), Slug);
            builder.CloseComponent();
        }
    }
}
