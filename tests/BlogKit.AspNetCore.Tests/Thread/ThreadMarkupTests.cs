using System.Text;
using AngleSharp.Html.Parser;
using BlogKit.AspNetCore.Internal;
using Xunit.Abstractions;

namespace BlogKit.AspNetCore.Tests;

public sealed class ThreadMarkupTests(ITestOutputHelper output)
{
    private const string Path = "/blog/open-for-talk-and-more";

    [Fact]
    public async Task A_page_of_50_from_1000_comments_stays_under_60_kilobytes()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        const string Text = "I kept bees for *twelve years* before I read this, and I wish I had known it sooner. The part about "
            + "the entrance in late autumn matches what I saw: two hives of five made it through the winter, and both faced "
            + "south-east, out of the wind. One question though: how would you do it in a town, on a roof?";
        Text.Length.Should().BeGreaterThanOrEqualTo(300);
        for (var i = 0; i < 1_000; i++)
        {
            var comment = await site.CommentAsync($"Commenter No {i}", Text);
            if (i % 3 == 0)
            {
                await site.Comments.VoteAsync(comment.BlogId, comment.Id, Vote.Up, Actor.Guest("a voter with a secret of some length"));
            }

            if (i % 4 == 0)
            {
                await site.Comments.ReactAsync(comment.BlogId, comment.Id, "insight", Actor.Guest("a voter with a secret of some length"));
            }
        }

        var page = await browser.GetAsync(Path);

        var bytes = Encoding.UTF8.GetByteCount(page.Text);
        output.WriteLine(
            $"{bytes:N0} bytes; one comment: {Encoding.UTF8.GetByteCount(page.Html.QuerySelector("ol.bk-roots > li")!.OuterHtml):N0}");
        page.Html.QuerySelectorAll("ol.bk-roots > li").Should().HaveCount(50);
        page.First(".bk-thoughts").Should().StartWith("1,000 thoughts");
        bytes.Should().BeLessThan(60_000);
    }

    [Fact]
    public void Style_and_script_together_are_under_10_kilobytes_as_sent()
    {
        output.WriteLine(
            $"style {WebAssets.Style.Plain.Length:N0}, {WebAssets.Style.Compressed.Length:N0} as sent; script {WebAssets.Script.Plain.Length:N0}, {WebAssets.Script.Compressed.Length:N0} as sent");

        (WebAssets.Style.Compressed.Length + WebAssets.Script.Compressed.Length).Should().BeLessThan(10 * 1024);
        WebAssets.Script.Compressed.Length.Should().BeLessThan(5 * 1024);
    }

    [Fact]
    public void The_script_writes_nothing_to_the_console_and_no_markup_from_text()
    {
        var script = Encoding.UTF8.GetString(WebAssets.Script.Plain);

        script.Should().NotContain("console.").And.NotContain("innerHTML").And.NotContain("eval(").And.NotContain(
            "insertAdjacentHTML").And.NotContain(".style");
    }

    [Fact]
    public async Task A_comment_is_readable_for_programs()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        var comment = (await site.Comments.SubmitAsync(
            new NewComment(site.Post.BlogId, site.Post.Id, "A *point*.")
            {
                Name = "Max",
                Email = "max@example.org",
                Url = "https://max.example.org/",
            },
            Actor.Anonymous)).Value.Comment;

        var cite = (await browser.GetAsync(Path)).Html.QuerySelector(".u-comment.h-cite")!;

        cite.QuerySelector(".p-author.h-card a[href]")!.GetAttribute("href").Should().Be("https://max.example.org/");
        cite.QuerySelector("a.u-url")!.GetAttribute("href").Should().Be($"/blog/comments/{ShortId.Write(comment.Id)}");
        cite.QuerySelector("time.dt-published")!.GetAttribute("datetime").Should().EndWith("Z");
        cite.QuerySelector(".e-content em")!.TextContent.Should().Be("point");
    }

    [Theory]
    [InlineData(CommentKind.Webmention, "en", "Max mentioned this on blog.example.net")]
    [InlineData(CommentKind.Pingback, "pl", "Max wspomina o tym na blog.example.net")]
    [InlineData(CommentKind.Trackback, "ar", "ذكر Max هذا على blog.example.net")]
    public async Task A_mention_elsewhere_says_who_and_where(CommentKind kind, string language, string sentence)
    {
        await using var site = await Site.StartAsync();
        var comment = await site.CommentAsync("Max", "An excerpt");
        var mention = ThreadComment.ForWriter(
            comment with { Kind = kind, By = comment.By with { Url = new Uri("https://blog.example.net/bees/") } });
        var node = new ThreadNode { Id = mention.Id, Level = 1, Comment = mention };
        var thread = new ThreadModel(
            new BlogLinks("", "/blog", null, "https://example.org"),
            site.Post.Slug,
            CommentMarkup.NoPage(site.Post.Id) with { Roots = [node] })
        {
            Title = "Title",
            Language = language,
            Text = new TextCatalog([]).For(language),
        };

        var html = new HtmlParser().ParseDocument(await Rendering.ToHtmlAsync<Components.ThreadView>(thread));

        html.QuerySelector(".bk-mention > header")!.TextContent.Should().StartWith(sentence);
        html.QuerySelectorAll(".bk-mention > header a[rel]")
            .Should().HaveCount(2).And.OnlyContain(a => a.GetAttribute("rel") == "nofollow ugc noopener");
        html.QuerySelector(".bk-actions a[href*=replyTo]").Should().BeNull();
        html.QuerySelector(".bk-text")!.TextContent.Trim().Should().Be("An excerpt");
    }

    [Fact]
    public async Task Fields_made_for_one_visitor_are_left_out_of_a_page_for_everybody()
    {
        var links = new BlogLinks("", "/blog", null, "https://example.org");
        var form = new CommentFormModel(links.PostComments(Slug.Parse("x", null))) { ShownToken = "t", CancelUrl = "/blog/x#respond" };

        var html = await Rendering.ToHtmlAsync<Components.CommentForm>(form);

        html.Should().Contain("name=\"shown\"").And.NotContain("name=\"key\"").And.NotContain("RequestVerification");
    }

    [Theory]
    [InlineData("pl", "2 komentarze do „Open for Talk (and More)”", "Odpowiedz", "ltr")]
    [InlineData("ar", "تعليقان على «Open for Talk (and More)»", "رد", "rtl")]
    public async Task The_thread_speaks_the_blogs_language(string language, string heading, string reply, string direction)
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        var blog = (await site.Get<BlogService>().GetByKeyAsync("default")).Value;
        (await site.Get<BlogService>().UpdateAsync(blog with { Language = language }, Actor.System)).EnsureSucceeded();
        var root = await site.CommentAsync("Max", "One");
        await site.CommentAsync("Eva", "Two", root.Id);
        await site.Comments.ReactAsync(root.BlogId, root.Id, "love", Actor.Guest("a voter with a secret of some length"));

        var page = await browser.GetAsync(Path);

        page.First(".bk-thoughts").Should().Be(heading);
        page.First(".bk-actions a[href*=replyTo]").Should().Be(reply);
        page.Attribute("html", "dir").Should().Be(direction);
        page.Html.GetElementById("comments")!.TextContent
            .Should().NotContainAny("Reply", "Agree", "thread.", "Post Comment", "Name", "Preview");
        (await browser.CommentAsync(page, ("name", ""))).First("#bk-name-error").Should().NotContain("required").And.NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("pl")]
    [InlineData("ar")]
    public void Every_text_of_the_thread_is_there_in_every_language(string language)
    {
        var english = Keys("en");
        var other = Keys(language);

        other.Should().BeEquivalentTo(english);
        foreach (var key in BuiltInTexts.Instance.KeysOf("en").Where(
            static k => k.StartsWith("thread.", StringComparison.Ordinal) && k.EndsWith("#other", StringComparison.Ordinal)))
        {
            foreach (var category in PluralRules.CategoriesOf(language))
            {
                BuiltInTexts.Instance.Find(Languages.Of(language), $"{key.Split('#')[0]}#{category}")
                    .Should().NotBeNull(because: key + category);
            }
        }

        static IEnumerable<string> Keys(string language) => BuiltInTexts.Instance.KeysOf(language)
            .Where(static k => k.StartsWith("thread.", StringComparison.Ordinal)).Select(static k => k.Split('#')[0]).Distinct();
    }
}
