using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Posts in HTML in the editor.</summary>
public sealed class HtmlWritingTests : IAsyncLifetime
{
    private const string New = "/blog/desk/posts/new";
    private Site _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await WriterSite.StartAsync(builder: static kit => kit.AddHtml());
        _browser = _site.Browse(WriterSite.Administrator);
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_post_is_written_in_HTML_and_shown_clean()
    {
        var post = await SaveAsync("<p onclick=alert(1)>H<sub>2</sub>O</p><script>alert(1)</script>");

        (post.Format, post.Rendered.Html.Trim()).Should().Be((PostFormat.Html, "<p>H<sub>2</sub>O</p>"));
        (await _browser.GetAsync($"/blog/desk/posts/{post.Id}")).Attribute("select[name=format] option[selected]", "value").Should().Be("html");
    }

    [Fact]
    public async Task A_preview_shows_what_will_be_shown()
    {
        var page = await _browser.EditAsync(
            await _browser.GetAsync(New), ("title", "Water"), ("format", "html"), ("body", "<h2>A</h2><script>x</script>"), ("do", "preview"));

        page.Html.QuerySelector("[data-preview-pane] h2[id=a]").Should().NotBeNull();
        page.Html.QuerySelector("[data-preview-pane] script").Should().BeNull();
    }

    [Fact]
    public async Task Html_becomes_Markdown_where_readers_see_the_same()
    {
        var post = await SaveAsync("<h2>A</h2><p>They <b>dance</b>.</p>");

        var page = await _browser.EditAsync(await _browser.GetAsync($"/blog/desk/posts/{post.Id}"), ("do", "convert"));

        page.Html.QuerySelector("textarea[name=body]")!.TextContent.Should().Be("## A\n\nThey **dance**.");
        page.Attribute("select[name=format] option[selected]", "value").Should().Be("markdown");
        (await _site.Posts.GetAsync(post.BlogId, post.Id, Actor.System)).Value.Format.Should().Be(PostFormat.Html);
    }

    [Fact]
    public async Task Html_that_Markdown_cannot_say_stays()
    {
        var post = await SaveAsync("<p>H<sub>2</sub>O</p>");

        var page = await _browser.EditAsync(await _browser.GetAsync($"/blog/desk/posts/{post.Id}"), ("do", "convert"));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Html.QuerySelector("textarea[name=body]")!.TextContent.Should().Be("<p>H<sub>2</sub>O</p>");
        page.Text.Should().Contain("so it stays HTML");
    }

    [Fact]
    public async Task A_format_that_is_none_is_refused()
    {
        var page = await _browser.EditAsync(await _browser.GetAsync(New), ("title", "Water"), ("format", "word"), ("body", "x"));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Text.Should().Contain("bk-format-error");
    }

    [Fact]
    public async Task Html_over_a_bound_is_refused_at_the_text()
    {
        var page = await _browser.EditAsync(
            await _browser.GetAsync(New), ("title", "Deep"), ("format", "html"), ("body", string.Concat(Enumerable.Repeat("<div>", 300))));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Text.Should().Contain("bk-body-error");
    }

    private async Task<Post> SaveAsync(string html)
    {
        (await _browser.EditAsync(await _browser.GetAsync(New), ("title", "Water"), ("format", "html"), ("body", html)))
            .Status.Should().Be(HttpStatusCode.SeeOther);
        return (await _site.Posts.GetBySlugAsync(_site.Blog.Id, Slug.From("water"), Actor.System)).Value.Post;
    }
}
